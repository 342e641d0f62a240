"""The dependencies, with the embedded engine only where a wheel of it exists."""

import sysconfig

from setuptools import setup

ENGINE_WHEELS = " or ".join(
    (
        "(sys_platform == 'linux' and platform_machine == 'x86_64')",
        "(sys_platform == 'linux' and platform_machine == 'aarch64')",
        "(sys_platform == 'darwin' and platform_machine == 'arm64')",
        "(sys_platform == 'win32' and platform_machine == 'AMD64')",
    )
)


def dependencies(host: str) -> list[str]:
    """What an installation on ``host`` (the GNU triplet) needs."""
    always = [
        "click>=8.1,<9",
        "filelock>=3.16,<5",
        "iso3166>=3,<4",
        "jinja2>=3.1,<4",
        "neo4j>=6.4,<7",
        "networkx>=3.4,<4",
        "numpy>=2.2,<3",
        "platformdirs>=4.2,<5",
        "pydantic>=2.10,<3",
        "pyvis==0.3.2",
        "PyYAML>=6.0,<7",
        "rapidfuzz>=3.14,<4",
        "rich>=13.9",
    ]
    return always if "musl" in host else [*always, f"arcadedb==26.11.1.dev2; {ENGINE_WHEELS}"]


if __name__ == "__main__":
    setup(install_requires=dependencies(sysconfig.get_config_var("HOST_GNU_TYPE") or ""))
