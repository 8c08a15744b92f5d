"""What a screen reader gets from the running window: the matrix as a table over AT-SPI, and a focus event for each cell the keys walk to.

    matrix_at_spi.py PROGRAM

Starts its own X server, message bus and accessibility bus. Exits with 77 (skipped) and a reason where one of them is missing.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

NEEDED = ["Xvfb", "dbus-run-session", "xdotool"]
REGISTRY = "/usr/libexec/at-spi2-registryd"
PATIENCE = 60  # s; only ends a test that would wait for ever


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def outside(program):
    """Runs this file again inside an X server and a session bus of its own."""
    for tool in NEEDED:
        if not shutil.which(tool):
            skip(f"{tool} is not installed")
    if not os.path.exists(REGISTRY):
        skip("at-spi2-core is not installed")
    read, write = os.pipe()
    # -noreset: without it the server starts anew whenever its last client leaves, under those that are just coming.
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0", "1440x900x24"], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    display = os.read(read, 16).decode().strip()
    environment = dict(os.environ, DISPLAY=f":{display}", QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8")
    environment.pop("WAYLAND_DISPLAY", None)
    try:
        with tempfile.TemporaryDirectory() as settings:  # the program remembers there what it would remember at home
            environment["XDG_CONFIG_HOME"] = settings
            done = subprocess.run(["dbus-run-session", "--", sys.executable, __file__, "--inside", program], env=environment)
    finally:
        server.terminate()
        server.wait()
    sys.exit(done.returncode)


def wait_for(what, ask):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = ask()
        if found:
            return found
        time.sleep(0.05)  # between two questions, not before an answer
    sys.exit(f"failed: {what} did not come")


def inside(program):
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib

    Atspi.init()
    window = subprocess.Popen([program])
    try:
        context = GLib.MainContext.default()

        def turn():
            while context.iteration(False):
                pass

        def children(accessible):
            return [accessible.get_child_at_index(i) for i in range(accessible.get_child_count())]

        def find_table(accessible, depth=0):
            if accessible is None or depth > 12:
                return None
            if accessible.get_role() == Atspi.Role.TABLE and "Attention" in (accessible.get_name() or ""):
                return accessible
            for child in children(accessible):
                found = find_table(child, depth + 1)
                if found:
                    return found
            return None

        def whole_table():
            turn()
            for application in children(Atspi.get_desktop(0)):
                if application and "fovea" in (application.get_name() or "").lower():
                    found = find_table(application)
                    if found and found.get_table_iface() and found.get_table_iface().get_n_rows() == 12:
                        return found
            return None

        table = wait_for("the table of the sample sentence", whole_table)
        cells = table.get_table_iface()
        assert cells.get_n_columns() == 12, cells.get_n_columns()
        for row in range(12):
            for column in range(12):
                spoken = cells.get_accessible_at(row, column).get_name()
                assert spoken.startswith(f"Query {row}, "), spoken
                assert f"to key {column}, " in spoken, spoken
                assert ("Not allowed: future token." in spoken) == (column > row), spoken
                assert ("percent" in spoken) == (column <= row), spoken
            heading = cells.get_row_header(row)
            assert heading.get_name().startswith(f"query {row}, "), heading.get_name()
            said = heading.get_description()
            assert said.startswith(f"Query {row}, ") and "Top keys: " in said and "Entropy " in said, said
            assert f"{11 - row} key" in said, said
        print(cells.get_accessible_at(8, 2).get_name())
        print(cells.get_accessible_at(2, 8).get_name())

        heard = []
        listener = Atspi.EventListener.new(lambda event: heard.append(event.source.get_name() or ""))
        listener.register("object:state-changed:focused")
        listener.register("focus:")
        spoken_rows = []
        rows = Atspi.EventListener.new(lambda event: spoken_rows.append((event.source.get_name() or "", event.source.get_description() or "")))
        rows.register("object:state-changed:focused")
        table.get_component_iface().grab_focus()
        turn()
        # Without a window manager no window gets the keyboard by itself.
        identity = subprocess.run(["xdotool", "search", "--pid", str(window.pid)], capture_output=True, text=True).stdout.split()
        for each in identity:
            subprocess.run(["xdotool", "windowfocus", each], stderr=subprocess.DEVNULL)
        for key in ["Down", "Down", "Right", "Right"]:
            subprocess.run(["xdotool", "key", key], check=True)

        def heard_future():
            turn()
            return [name for name in heard if name.startswith("Query ")]

        print(wait_for("the focus of a cell", heard_future)[-1])

        # S reads the row: the focus goes to its heading, which says it in a sentence.
        subprocess.run(["xdotool", "key", "s"], check=True)

        def heard_row():
            turn()
            return [said for name, said in spoken_rows if name.startswith("query ") and "Entropy " in said]

        print(wait_for("the row in a sentence", heard_row)[-1])
    finally:
        window.terminate()
        window.wait()


if __name__ == "__main__":
    if sys.argv[1] == "--inside":
        inside(sys.argv[2])
    else:
        try:
            import gi  # noqa: F401
        except ImportError:
            skip("python3-gi is not installed")
        outside(os.path.abspath(sys.argv[1]))
