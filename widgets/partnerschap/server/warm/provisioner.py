"""Jupyter's way to a kernel: forked when that can be, else started as always."""

import subprocess
from pathlib import Path
from typing import Any, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from partnerschap.server.warm.fork_server import FORK_SERVER

NAME = "partnerschap-warm"
"""Of the entry point in the group ``jupyter_client.kernel_provisioners``."""

_LAUNCHER = "ipykernel_launcher"


class WarmProvisioner(LocalProvisioner):
    """Gives a forked kernel the place of a started process."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork a kernel, or start one."""
        kernel = None
        if _LAUNCHER in cmd:
            argv = cmd[cmd.index(_LAUNCHER) + 1 :]
            cwd = kwargs.get("cwd")
            kernel = await FORK_SERVER.fork(argv, kwargs["env"], cwd and str(cwd))
        if kernel is None:
            return await super().launch_kernel(cmd, **kwargs)
        self.process = cast("subprocess.Popen[bytes]", kernel)  # all of it that is used here
        self.pid = kernel.pid
        self.pgid = None  # signals go through the fork server, which knows who lives
        self.cwd = kwargs.get("cwd", Path.cwd())
        return self.connection_info
