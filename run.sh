#!/bin/sh
# Builds Fovea (installing what is missing) and opens the window on the sample sentence. Arguments go to the program.
# Without a display it draws the same picture to fovea.png and says so.
set -eu
cd "$(dirname "$0")"
. .ci/build.sh
install_packages
build_preset release --target fovea   # the tests take longer to build than the program
program=build/release/bin/fovea
if [ $# -gt 0 ]; then
    exec "$program" "$@"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$program"
fi
echo "There is no display here, so the sample sentence is drawn to fovea.png instead of a window."
"$program" render --text "The cat sat on the mat because it was tired." --view grid --out fovea.png
echo "$PWD/fovea.png"
