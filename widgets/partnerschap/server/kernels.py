"""The kernels behind the exercises: which Python, how many, and how soon they are ready."""

import asyncio
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import HTTPError
from traitlets import Instance, Int, List, Unicode

from partnerschap.server.warm.fork_server import FORK_IS_SOUND
from partnerschap.server.warm.options import QUIETLY
from partnerschap.server.warm.provisioner import NAME


class OwnKernel(KernelSpecManager):
    """Knows only the Python that runs the server, never a kernel that a user installed."""

    kernel_dirs = List(Unicode(), [])

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Start kernels quietly, and warm where that can be."""
        spec = super().get_kernel_spec(kernel_name)
        spec.argv += QUIETLY
        warm = KernelSpec(metadata={"kernel_provisioner": {"provisioner_name": NAME}})
        if FORK_IS_SOUND and KernelProvisionerFactory.instance().is_provisioner_available(warm):
            spec.metadata = {**spec.metadata, **warm.metadata}
        return spec


class PromptClient(AsyncKernelClient):
    """Knows at once that a kernel is ready."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Wait for an answer, and for the first news on the channel for output.

        Jupyter's own client then listens a fifth of a second for what may still come in; what
        runs the notebook skips that anyway.

        Parameters
        ----------
        timeout
            Seconds.

        Raises
        ------
        TimeoutError
            When the kernel takes too long.
        RuntimeError
            When the kernel ended.
        """
        async with asyncio.timeout(timeout):
            while True:
                self.kernel_info()
                try:
                    reply = await self.shell_channel.get_msg(timeout=1)
                    if reply["msg_type"] == "kernel_info_reply":
                        await self.iopub_channel.get_msg(timeout=0.2)
                        self._handle_kernel_info_reply(reply)
                        return
                except Empty:
                    pass
                if not await self.is_alive():
                    raise RuntimeError("the kernel ended before it answered")


class Kernels(AsyncMappingKernelManager):
    """As many kernels as the machine can bear."""

    most = Int(help="Number of kernels at which no other is started.").tag(config=True)

    _starting = Instance(set, ())

    @property
    def are_all_taken(self) -> bool:
        """Whether the house is full."""
        return len(self._starting.union(self.list_kernel_ids())) >= self.most

    async def start_kernel(self, **options: Any) -> str:  # type: ignore[override]
        """Start a kernel.

        Raises
        ------
        HTTPError
            503 when the house is full.
        """
        if self.are_all_taken:
            raise HTTPError(503)
        kernel_id: str = options.setdefault("kernel_id", self.new_kernel_id())
        self._starting.add(kernel_id)
        try:
            return await super().start_kernel(**options)
        finally:
            self._starting.discard(kernel_id)
