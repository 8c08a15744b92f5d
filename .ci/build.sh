# Sourced by run.sh and test.sh: what the build needs, and the build itself.

packages="g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev libqcustomplot-dev libqcustomplot2.1-qt6
    libeigen3-dev nlohmann-json3-dev libdnnl-dev libhwy-dev libtbb-dev libexpected-dev libicu-dev libcli11-dev libfmt-dev
    libgtest-dev libgmock-dev fonts-inter fonts-jetbrains-mono dpkg-dev file"

# For the test that listens to the window as a screen reader does; without them it is skipped.
screen_reader_packages="at-spi2-core gir1.2-atspi-2.0 python3-gi dbus xvfb xdotool"

install_packages() {
    missing=
    for package in $packages; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null; then
        echo "fovea: error: These Debian packages are needed, and apt-get is not here to install them:$missing" >&2
        exit 1
    fi
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    echo "Installing:$missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# build_preset PRESET [OPTION…]: options are those of cmake --build.
build_preset() {
    preset=$1
    shift
    [ -d "build/$preset" ] || echo "The first build takes about 15 processor minutes, with the tests 25; the next one takes seconds."
    cmake --preset "$preset" ${FOVEA_CMAKE_OPTIONS:-} >/dev/null
    cmake --build --preset "$preset" "$@"
}
