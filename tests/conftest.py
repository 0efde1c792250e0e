"""What all tests share."""

from hypothesis import settings

# A busy machine is no fault; and a run says the same as the one before it.
settings.register_profile("reisblog", deadline=None, derandomize=True, database=None)
settings.load_profile("reisblog")
