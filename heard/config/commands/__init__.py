"""What can be done on the command line? One module a subject; each adds its commands with ``add_to``."""
