"""Digests and head signatures. SM3 is the default; SHA-256 can be chosen in the settings."""

import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ALGORITHMS: dict[str, type[hashes.HashAlgorithm]] = {"sm3": hashes.SM3, "sha256": hashes.SHA256}


def digest(algorithm: str, body: bytes) -> str:
    """64 hex digits. Raises KeyError for an algorithm that is not known."""
    state = hashes.Hash(ALGORITHMS[algorithm]())
    state.update(body)
    return state.finalize().hex()


class HeadKey:
    """The signing key of this instance; a file outside the database, readable by its owner only."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        raw = private.public_key().public_bytes(
            serialization.Encoding.Raw, serialization.PublicFormat.Raw
        )
        self.key_id = digest("sm3", raw)[:16]

    @classmethod
    def at(cls, path: Path) -> "HeadKey":
        """Reads the key, making it where there is none yet."""
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            private = Ed25519PrivateKey.generate()
            raw = private.private_bytes(
                serialization.Encoding.Raw,
                serialization.PrivateFormat.Raw,
                serialization.NoEncryption(),
            )
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
        return cls(Ed25519PrivateKey.from_private_bytes(path.read_bytes()))

    def sign(self, message: bytes) -> str:
        return self._private.sign(message).hex()

    def holds(self, message: bytes, signature: str) -> bool:
        try:
            self._private.public_key().verify(bytes.fromhex(signature), message)
        except InvalidSignature:
            return False
        return True
