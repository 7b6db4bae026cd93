"""A JupyterLab of its own on a copy of the lessons, which leaves nothing behind."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

LESSONS = Path(__file__).parents[2] / "lessons" / "en"
START_SECONDS = 120.0
POLL_SECONDS = 0.1
SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "notebook-extension/tracker": {"windowingMode": "none"},
}


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: its address, the folder that it shows, and its progress file."""

    url: str
    folder: Path
    progress: Path

    def fresh(self, name, text=None):
        """Put a lesson into a folder of its own, and return its path: a new file, a new kernel."""
        copy = Path(tempfile.mkdtemp(dir=self.folder)) / name
        copy.write_text(text or (LESSONS / name).read_text(encoding="utf-8"), encoding="utf-8")
        return copy

    def shut_down_kernels(self):
        """Stop what still runs, so that memory does not fill up."""
        for session in json.loads(asked(f"{self.url}/api/sessions")):
            asked(f"{self.url}/api/sessions/{session['id']}", method="DELETE")


@contextlib.contextmanager
def running_lab(home, *, theme="JupyterLab Light"):
    """Start JupyterLab with `home` for its files, and stop it at the end."""
    folder = home / "lessons"
    folder.mkdir()
    progress = home / "progress.json"
    write_settings(home / "settings", {"theme": theme})
    port = free_port()
    with (home / "lab.log").open("wb") as log:
        server = subprocess.Popen(
            command(port, folder), env=environment(home, progress), stdout=log, stderr=log
        )
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_up(url, server, home / "lab.log")
            yield Lab(url, folder, progress)
        finally:
            server.terminate()
            server.wait(timeout=60)


def command(port, folder):
    """Return the command line of a server that asks for no token and listens to this machine."""
    options = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.root_dir": folder,
        "ServerApp.allow_root": True,
        "ServerApp.disable_check_xsrf": True,
        "IdentityProvider.token": "",
        "LabApp.news_url": "",
    }
    given = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "jupyterlab", "--no-browser", *given]


def environment(home, progress):
    """Return an environment whose every folder of Jupyter's lies in `home`."""
    folders = {
        "HOME": home,
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": home / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
        "IPYTHONDIR": home / "ipython",
        "NEURON_TO_NETWORK_PROGRESS": progress,
    }
    return {**os.environ, **{name: str(path) for name, path in folders.items()}}


def write_settings(folder, theme):
    """Choose the theme, show every cell of a notebook at once, and ask for no news."""
    for name, setting in {**SETTINGS, "apputils-extension/themes": theme}.items():
        path = folder / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(setting))


def free_port():
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until_up(url, server, log):
    """Ask the server until it answers."""
    deadline = time.monotonic() + START_SECONDS
    while not answers(f"{url}/api/status"):
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()}")
        time.sleep(POLL_SECONDS)


def answers(url):
    """Tell whether somebody answers at the address."""
    try:
        asked(url)
    except (urllib.error.URLError, OSError):
        return False
    return True


def asked(url, *, method="GET"):
    """Return what the server answers."""
    request = urllib.request.Request(url, method=method)
    with urllib.request.urlopen(request, timeout=30) as reply:
        return reply.read()
