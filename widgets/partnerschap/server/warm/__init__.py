"""Kernels forked from a process that has loaded everything already.

A kernel that starts by itself spends over a second importing the same modules as the one before
it. Here one process, the *fork server*, imports them once; a kernel is a fork of it.

1. `fork_server` runs in the server: it starts that process and asks it for kernels.
2. ``__main__`` is that process: `preload` fills it, `forking` forks and watches over the forks.
3. `child` turns a fork into a kernel.
4. `provisioner` tells Jupyter about it, and starts a kernel the normal way when there is no fork
   to be had, so that nobody else need know.

Nothing that must not be shared crosses the fork: the fork server has one thread, no event loop,
no ZeroMQ context and no connection, and refuses to fork when it finds a second thread.
"""
