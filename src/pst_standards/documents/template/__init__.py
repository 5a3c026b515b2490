"""An office's own Word template: checked before anything is written, then filled."""
