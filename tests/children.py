"""What the servers of the tests run as: processes that end when their standard input closes.

The system closes it however the tests end, so that no server outlives them.
"""

import os
import shutil
import subprocess
import sys
import threading


def watch(count: str, *words: str) -> None:
    """Run a command until it ends or standard input closes; then delete the litter."""
    litter, command = words[: int(count)], words[int(count) :]
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    print(child.pid, flush=True)

    ending = threading.Event()

    def end() -> None:
        os.read(0, 1)
        ending.set()
        child.terminate()
        try:
            child.wait(45)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        for path in litter:
            shutil.rmtree(path, ignore_errors=True)

    ender = threading.Thread(target=end)
    ender.start()
    code = child.wait()
    if ending.is_set():
        ender.join()
    # Not sys.exit: the thread may be waiting for an end that is no longer wanted.
    os._exit(code)


def arcade(home: str, port: str, *databases: str) -> None:
    """Serve ArcadeDB until standard input closes; then delete its folder."""
    import arcadedb

    server = arcadedb.create_server(
        root_path=home,
        root_password=os.environ["ARCADE_SECRET"],
        config={
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_host": "127.0.0.1",
            "bolt_port": int(port),
            "http_port": "0",
        },
    )
    server.start()
    for name in databases:
        server.create_database(name)
    print("ready", flush=True)
    os.read(0, 1)
    server.stop()
    shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    (watch if sys.argv[1] == "watch" else arcade)(*sys.argv[2:])
