"""Where does `heard demo` find the invented people? In the project's own ``demo`` folder, which an installed package leaves out."""


def load() -> int:
    """Fill an empty database with the demo; returns how many cases, 0 where there are records already. Raises ImportError without it."""
    from demo.load import load_demo

    return load_demo()
