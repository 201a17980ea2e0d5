"""The conversation with org.freedesktop.Notifications, in a thread of its own.

The window must not wait for a bus that does not answer. Requests come in through a queue and a
bell (a pair of sockets), so that one thread can wait for both, the requests and the signals.
"""

import os
import queue
import socket
import threading
from collections import deque
from collections.abc import Callable
from selectors import EVENT_READ, DefaultSelector
from typing import Any

# jeepney ships no types
from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    MatchRule,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import (  # type: ignore[import-untyped]
    DBusConnection,
    Proxy,
    open_dbus_connection,
)
from jeepney.wrappers import unwrap_msg  # type: ignore[import-untyped]

from ui.logs import log
from ui.notify.bus_text import DEFAULT, OPEN, arguments
from ui.ports import Announcement

PATIENCE = 4.0
"""Seconds for each question to the bus."""

_NAME = "org.freedesktop.Notifications"
_SERVICE = DBusAddress("/org/freedesktop/Notifications", bus_name=_NAME, interface=_NAME)
_RULE = MatchRule(type="signal", interface=_NAME, path="/org/freedesktop/Notifications")

Answered = Callable[[int, bool], None]
Opened = Callable[[int, str], None]


class BusThread:
    """Says things on the session bus. Both callbacks are called in the thread.

    `answered` carries a ticket and whether the notice is shown, `opened` the ticket of one that
    was clicked, and the token that lets a window come forward on Wayland, if there is one.
    """

    def __init__(self, desktop_entry: str, answered: Answered, opened: Opened) -> None:
        self._entry = desktop_entry
        self._answered = answered
        self._opened = opened
        self._requests: queue.SimpleQueue[tuple[int, Announcement] | None] = queue.SimpleQueue()
        self._bell, self._ear = socket.socketpair()
        self._bus: DBusConnection | None = None
        self._heard: deque[Any] = deque()
        self._tickets: dict[int, int] = {}
        self._tokens: dict[int, str] = {}
        self._thread: threading.Thread | None = None

    def say(self, ticket: int, said: Announcement) -> None:
        """Have it shown; the answer comes by `answered`."""
        self._requests.put((ticket, said))
        self._ring()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="notifications", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the conversation. A bus that does not answer is not waited for."""
        self._requests.put(None)
        self._ring()
        if self._thread is not None:
            self._thread.join(1)
        if self._thread is None or not self._thread.is_alive():
            self._bell.close()
            self._ear.close()

    def _ring(self) -> None:
        self._bell.send(b"!")

    def _run(self) -> None:
        """Wait for the bell or the bus, until None is asked for."""
        with DefaultSelector() as selector:
            selector.register(self._ear, EVENT_READ)
            while True:
                bus = self._bus
                if bus is not None:
                    selector.register(bus.sock, EVENT_READ)
                ready = [key.fileobj for key, _ in selector.select()]
                if bus is not None:
                    selector.unregister(bus.sock)
                if self._ear in ready and not self._serve():
                    break
                self._listen()  # also after a question: signals may have come with the answer
                self._tell()
        self._hang_up()

    def _serve(self) -> bool:
        """Take one request for one ring; False when it was to end."""
        self._ear.recv(1)
        request = self._requests.get()
        if request is None:
            return False
        ticket, said = request
        try:
            self._notify(ticket, said)
        except Exception as error:  # whatever the bus does, the person is told another way
            log.info("no notification service: %s", type(error).__name__)
            self._hang_up()
            self._answered(ticket, False)
        else:
            self._answered(ticket, True)
        return True

    def _notify(self, ticket: int, said: Announcement) -> None:
        if self._bus is None:
            self._bus = self._connect()
        (can,) = _ask(self._bus, "GetCapabilities")
        known = arguments(said, can, self._entry)
        (number,) = _ask(self._bus, "Notify", "susssasa{sv}i", known)
        self._tickets[number] = ticket

    def _connect(self) -> DBusConnection:
        bus = open_dbus_connection(_address(), auth_timeout=PATIENCE)
        bus.filter(_RULE, queue=self._heard)
        Proxy(message_bus, bus, timeout=PATIENCE).AddMatch(_RULE)
        return bus

    def _listen(self) -> None:
        """Take in what the bus has to say."""
        try:
            while self._bus is not None:
                self._bus.recv_messages(timeout=0)
        except TimeoutError:
            return  # all of it is taken in
        except Exception as error:
            log.info("the session bus went away: %s", type(error).__name__)
            self._hang_up()

    def _tell(self) -> None:
        """Pass on what was done with our own notices."""
        while self._heard:
            message = self._heard.popleft()
            member = message.header.fields.get(HeaderFields.member)
            number, *rest = message.body
            if number not in self._tickets:
                continue
            if member == "ActivationToken":
                self._tokens[number] = str(rest[0])
            elif member == "ActionInvoked" and rest[0] in (DEFAULT, OPEN):
                self._opened(self._tickets[number], self._tokens.pop(number, ""))
            elif member == "NotificationClosed":
                self._tickets.pop(number)
                self._tokens.pop(number, None)

    def _hang_up(self) -> None:
        if self._bus is not None:
            self._bus.close()
        self._bus = None
        self._tickets.clear()
        self._tokens.clear()


def _ask(
    bus: DBusConnection, method: str, signature: str = "", body: tuple[object, ...] = ()
) -> Any:
    """Call a method of the service; its answer. Raises where there is none in time."""
    message = new_method_call(_SERVICE, method, signature or None, body)
    return unwrap_msg(bus.send_and_get_reply(message, timeout=PATIENCE))


def _address() -> str:
    """The session bus: as the environment names it, else where systemd puts it."""
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    return named or f"unix:path={os.environ.get('XDG_RUNTIME_DIR', '/run')}/bus"
