"""Digests and head signatures. SM3 is the default; SHA-256 can be chosen in the settings."""

import os
from pathlib import Path
from uuid import uuid4

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ALGORITHMS: dict[str, type[hashes.HashAlgorithm]] = {"sm3": hashes.SM3, "sha256": hashes.SHA256}


def hasher(algorithm: str) -> hashes.Hash:
    """Takes bytes by `update`, gives the digest by `finalize`. KeyError: no such algorithm."""
    return hashes.Hash(ALGORITHMS[algorithm]())


def digest(algorithm: str, body: bytes) -> str:
    """64 hex digits. Raises KeyError for an algorithm that is not known."""
    state = hasher(algorithm)
    state.update(body)
    return state.finalize().hex()


class HeadKey:
    """The signing key of this instance; a file outside the database, readable by its owner only."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        raw = private.public_key().public_bytes(
            serialization.Encoding.Raw, serialization.PublicFormat.Raw
        )
        self.public = raw.hex()
        self.key_id = digest("sm3", raw)[:16]

    @classmethod
    def at(cls, path: Path) -> "HeadKey":
        """Reads the key, making it where there is none yet. ValueError: the file holds no key."""
        if not path.exists():
            _write_once(path, _new_key())
        return cls(Ed25519PrivateKey.from_private_bytes(path.read_bytes()))

    def sign(self, message: bytes) -> str:
        return self._private.sign(message).hex()

    def holds(self, message: bytes, signature: str) -> bool:
        """Whether this key made the signature of this message; false for any damaged one."""
        try:
            self._private.public_key().verify(bytes.fromhex(signature), message)
        except (InvalidSignature, ValueError):
            return False
        return True


def _new_key() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.Raw, serialization.PrivateFormat.Raw, serialization.NoEncryption()
    )


def _write_once(path: Path, raw: bytes) -> None:
    """Of several that make the key at once, one wins, and none ever reads half a key."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = path.with_name(f"{path.name}.{uuid4().hex}")
    handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        os.link(made, path)
    except FileExistsError:
        return
    finally:
        made.unlink()
