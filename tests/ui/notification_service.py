"""A private session bus, and a service on it that takes notices as a desktop would."""

import os
import shutil
import subprocess
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

# jeepney ships no types
from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import Proxy, open_dbus_connection  # type: ignore[import-untyped]
from typing_extensions import override

MISSING = None if shutil.which("dbus-daemon") else "dbus-daemon is not installed"

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def private_bus() -> Iterator[str]:
    """A bus nobody else knows of, with no services to start; gives its address."""
    with TemporaryDirectory(prefix="bus-", dir="/tmp") as folder:  # a socket's path is short
        config = Path(folder) / "bus.conf"
        config.write_text(_CONFIG.format(socket=Path(folder) / "bus"))
        reading, writing = os.pipe()
        daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", f"--print-address={writing}"],
            pass_fds=[writing],
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            address = pipe.readline().strip()
        try:
            yield address
        finally:
            daemon.terminate()
            daemon.wait(10)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One notice as it arrived."""

    number: int
    app: str
    icon: str
    title: str
    body: str
    actions: tuple[str, ...]
    hints: dict[str, tuple[str, object]]
    stays: int


class Service:
    """A name on the bus whose methods are answered in a thread of its own."""

    def __init__(self, address: str, name: str) -> None:
        self._bus = open_dbus_connection(address)
        Proxy(message_bus, self._bus, timeout=5).RequestName(name)
        self._sending = threading.Lock()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def answer(self, message: Any) -> Any:
        """The reply to a call; None where there is none."""
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")

    def send(self, message: Any) -> None:
        """Send something by itself."""
        with self._sending:
            self._bus.send(message)

    def stop(self) -> None:
        """Leave the bus."""
        self._bus.sock.shutdown(2)
        self._thread.join(5)
        self._bus.close()

    def _serve(self) -> None:
        try:
            while True:
                message = self._bus.receive()
                if message.header.message_type is MessageType.method_call:
                    reply = self.answer(message)
                    if reply is not None:
                        self.send(reply)
        except OSError:
            return  # stopped


class NotificationService(Service):
    """Implements GetCapabilities, GetServerInformation, Notify and CloseNotification."""

    def __init__(
        self,
        address: str,
        capabilities: tuple[str, ...] = ("actions", "body", "body-markup"),
        *,
        refuses: bool = False,
        silent: bool = False,
    ) -> None:
        """`silent`: takes every question and answers none."""
        self.capabilities = capabilities
        self.refuses = refuses
        self.silent = silent
        self.shown: deque[Shown] = deque()
        super().__init__(address, _NAME)

    def press(self, number: int, action: str = "open", raised_by: str = "") -> None:
        """Do what a person does with a notice: one of its actions, then it is gone."""
        if raised_by:
            self._signal("ActivationToken", "us", (number, raised_by))
        self._signal("ActionInvoked", "us", (number, action))
        self._signal("NotificationClosed", "uu", (number, 2))

    def _signal(self, member: str, signature: str, body: tuple[object, ...]) -> None:
        emitter = DBusAddress(_PATH, interface=_NAME)
        self.send(new_signal(emitter, member, signature, body))

    @override
    def answer(self, message: Any) -> Any:
        if self.silent:
            return None
        if self.refuses:
            return new_error(message, "org.freedesktop.DBus.Error.Failed")
        match message.header.fields[HeaderFields.member]:
            case "GetCapabilities":
                return new_method_return(message, "as", (list(self.capabilities),))
            case "GetServerInformation":
                return new_method_return(message, "ssss", ("test", "test", "1", "1.2"))
            case "Notify":
                return new_method_return(message, "u", (self._show(*message.body),))
            case "CloseNotification":
                return new_method_return(message)
            case _:
                return super().answer(message)

    def _show(self, app: str, replaces: int, icon: str, title: str, body: str, *rest: Any) -> int:
        actions, hints, stays = rest
        number = replaces or len(self.shown) + 1
        self.shown.append(
            Shown(
                number=number,
                app=app,
                icon=icon,
                title=title,
                body=body,
                actions=tuple(actions),
                hints=hints,
                stays=stays,
            )
        )
        return number


class TrayHost(Service):
    """What a desktop's tray is on the bus: it takes icons and says that it shows them."""

    def __init__(self, address: str) -> None:
        self.items: list[str] = []
        super().__init__(address, "org.kde.StatusNotifierWatcher")

    @override
    def answer(self, message: Any) -> Any:
        match message.header.fields[HeaderFields.member]:
            case "Get":
                return new_method_return(message, "v", (("b", True),))
            case "RegisterStatusNotifierItem":
                self.items.append(message.body[0])
                return new_method_return(message)
            case _:
                return super().answer(message)
