"""One program for each data folder: a lock, and a door at which a second start knocks."""

import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

STALE_MS = 30_000
"""A lock left by a crash frees itself after this; a living owner keeps it by the system's lock."""
_WAIT_MS = 2_000
_MOST = 65_536


class SingleInstance(QObject):
    """Holds a folder. `knocked` carries the files of a second start, perhaps none."""

    knocked = Signal(list)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        path = folder.resolve()
        self._name = "afterword-" + hashlib.sha256(str(path).encode()).hexdigest()[:20]
        self._lock = QLockFile(str(path / "afterword.lock"))
        self._lock.setStaleLockTime(STALE_MS)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def hold(self) -> bool:
        """Take the folder; False while another program has it."""
        if not self._lock.tryLock(200):
            return False
        QLocalServer.removeServer(self._name)  # ours by the lock; left over from a crash
        self._server.listen(self._name)
        return True

    def knock(self, files: Sequence[str] = ()) -> bool:
        """Ask the program that holds the folder to come forward; False if none answers."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(json.dumps(list(files)).encode() + b"\n")
        socket.waitForBytesWritten(_WAIT_MS)
        answered = socket.waitForReadyRead(_WAIT_MS)
        socket.disconnectFromServer()
        return answered

    def release(self) -> None:
        """Let the folder go."""
        self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        """Somebody knocked: hear it out without waiting for it."""
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.readyRead.connect(lambda: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST:
                socket.abort()
            return
        try:
            said = json.loads(bytes(socket.readLine(_MOST).data()))
        except ValueError:
            said = []
        files = [one for one in said if isinstance(one, str)] if isinstance(said, list) else []
        socket.write(b"here\n")
        socket.flush()
        self.knocked.emit(files)


def can_write(folder: Path) -> bool:
    """Whether a file can be made in the folder."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
