"""Processes that the test starts for attacks to aim at, and how they are afterwards."""

import os
import resource
import subprocess
from pathlib import Path


class Bystander:
    """One sleeping process in a session of its own, with a secret in its environment."""

    def __init__(self, secret: str) -> None:
        self.process = subprocess.Popen(
            ["sleep", "1800"], env={"CANARY": secret}, start_new_session=True
        )
        self.pid = self.process.pid
        self.before = self.state()

    def state(self):
        """Return what another process may have changed of this one."""
        if self.process.poll() is not None:
            return "it was ended"
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return {
            "stopped": fields[0] in "Tt",
            "nice": os.getpriority(os.PRIO_PROCESS, self.pid),
            "processors": os.sched_getaffinity(self.pid),
            "files": resource.prlimit(self.pid, resource.RLIMIT_NOFILE),
        }

    def harm(self):
        """Say what has become of the process, if anything has."""
        now = self.state()
        return [] if now == self.before else [f"a process: {now}"]

    def close(self):
        """End the process."""
        self.process.kill()
        self.process.wait()
