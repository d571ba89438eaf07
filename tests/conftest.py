"""Settings that must stand before numpy is loaded."""

import os

# The matrices of the models are small: a second thread mostly waits, and on a busy machine takes twice the time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
