"""What difference was made, in the adults' terms: each indicator's one definition, and the facts it is worked out from."""
