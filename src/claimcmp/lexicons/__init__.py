"""Word lists and rules as data, and how the package reads them."""
