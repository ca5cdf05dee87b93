"""A kernel as far as it can be made before a fork: all but what talks with others.

Making ipykernel's shell takes longer than all that is left for a fork to do, and touches most of
what was loaded, which would give each fork a copy.
"""

import uuid
from typing import Any, Self

from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp

from partnerschap.server.warm.options import QUIETLY

_MADE = {"parent", "log", "profile_dir", "user_ns"}
"""Traits that a kernel is made with; all others are what it talks with, which comes later."""


class PreparedKernel(IPythonKernel):
    """A kernel that is made without anybody to talk to."""

    @classmethod
    def instance(cls, *args: Any, **traits: Any) -> Self:
        """Return the one kernel of this process, after giving it what it talks with."""
        kernel: Self = super().instance(*args, **traits)
        if traits.get("session") is not None:
            kernel._talk(**traits)
        return kernel

    def _talk(self, **traits: Any) -> None:
        for name in traits.keys() - _MADE:
            setattr(self, name, traits[name])
        self.ident = str(uuid.uuid4())
        shell: Any = self.shell
        hook, publisher = shell.displayhook, shell.display_pub
        hook.session = publisher.session = self.session
        hook.pub_socket = publisher.pub_socket = self.iopub_socket
        hook.topic = self._topic("execute_result")


class PreparedApp(IPKernelApp):
    """Becomes a kernel in two steps: `prepare` before a fork, `begin` in it."""

    def prepare(self) -> None:
        """Make the kernel and its shell; opens nothing and starts no thread."""
        super(IPKernelApp, self).initialize(list(QUIETLY))
        self.init_pdb()
        self.kernel_class = PreparedKernel
        self.kernel = PreparedKernel.instance(
            parent=self, log=self.log, profile_dir=self.profile_dir, user_ns=self.user_ns
        )
        self.init_path()
        self.init_shell()
        self.init_gui_pylab()
        self.init_extensions()
        self.init_code()

    def begin(self, argv: list[str], parent: int) -> None:
        """Listen.

        Parameters
        ----------
        argv
            What the kernel is told beside `QUIETLY`: where it is to listen.
        parent
            Process id of the fork server. ipykernel looks every second whether it is still there.
        """
        self.parse_command_line([one for one in argv if one not in QUIETLY])
        self.parent_handle = parent
        self.init_blackhole()
        self.init_connection_file()
        self.init_poller()
        self.init_sockets()
        self.init_heartbeat()
        self.write_connection_file()
        self.init_io()
        self.init_signal()
        self.init_kernel()
