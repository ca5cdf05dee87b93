"""The commands, one module each.

A module imports at its top what its options need, and in its functions what its work needs: the
help of every command is shown without NumPy, the content's models or a database.
"""
