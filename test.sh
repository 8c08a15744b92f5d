#!/bin/sh
# Builds Fovea (installing what is missing) and runs all tests. ./test.sh asan and ./test.sh tsan do the same under a sanitizer.
set -eu
cd "$(dirname "$0")"
. .ci/build.sh
preset=${1:-release}
install_packages
build_preset "$preset"
exec ctest --preset "$preset"
