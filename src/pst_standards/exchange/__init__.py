"""What other systems show or take: each with a report of what could not be carried over."""
