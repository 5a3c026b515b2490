"""The functions behind the rows of the catalogue, one module an area."""
