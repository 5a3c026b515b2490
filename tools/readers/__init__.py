"""What tools/pages.py is made of: the blocks of a page, and somebody who does what they say."""
