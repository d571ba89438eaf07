"""The review stage: what people decided of the groups, replayed on every comparison. Pure: records in, records out.

Its modules are imported where they are needed, because they load the comparator.
"""
