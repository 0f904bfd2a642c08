#!/usr/bin/env bash
#
# Makes the real servers that the integration tests want available on a Debian machine that reaches
# Debian's packages but no image registry: a Docker engine that answers, and the local images below.
# What is already there is left alone, so a second run takes a second. Run it as root.
#
# A machine that can pull images does not need this script; see README.md beside it.
#
# When HUB_ENGINE_PID_FILE names a file and this script has to start dockerd by hand, the daemon's
# process id is written there, so that the caller can stop exactly that daemon afterwards.
set -euo pipefail

HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
readonly HERE
readonly WORK="${TMPDIR:-/tmp}"

readonly BASE_IMAGE=hub-ci/debian-servers:sid
readonly MYSQL_IMAGE=mysql:9.7
readonly REDIS_IMAGE=redis:8
# Testcontainers runs its own start-up check in an image of this name; any local image will do.
readonly PROBE_IMAGE=alpine:3.17

readonly SUITE=sid
readonly SERVER_PACKAGES=mysql-server-core,mysql-client-core,mysql-common,redis-server,tzdata,tzdata-legacy
readonly ENGINE_DEADLINE_SECONDS=60

say() { printf 'real-servers: %s\n' "$*"; }
die() { printf 'real-servers: error: %s\n' "$*" >&2; exit 1; }

# ---------------------------------------------------------------------------------------- packages

package_lists_are_fresh=false

refresh_package_lists() {
  if [[ $package_lists_are_fresh == false ]]; then
    say "Refreshing Debian's package lists."
    apt-get update -qq
    package_lists_are_fresh=true
  fi
}

# install PACKAGE...: installs Debian packages, quietly and without asking.
install() {
  [[ $EUID -eq 0 ]] || die "$* must be installed, and only root can do that."
  command -v apt-get >/dev/null || die "$* must be installed, and this is not a Debian machine."
  refresh_package_lists
  say "Installing $*."
  local log
  log="$(mktemp "$WORK/hub-apt.XXXXXX.log")"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
    </dev/null >"$log" 2>&1 || { tail -n 30 "$log" >&2; die "could not install $*; all of it is in $log"; }
  rm -f "$log"
}

# ------------------------------------------------------------------------------------------ engine

engine_answers() { command -v docker >/dev/null && docker info >/dev/null 2>&1; }

install_engine() {
  local missing=()
  command -v dockerd >/dev/null || missing+=(docker.io)
  command -v iptables >/dev/null || missing+=(iptables)
  if ((${#missing[@]})); then install "${missing[@]}"; fi
  # Newer Debian releases pack the client by itself.
  command -v docker >/dev/null || install docker-cli
}

start_engine() {
  [[ $EUID -eq 0 ]] || die "no Docker engine answers, and only root can start one."
  local log pid
  log="$(mktemp "$WORK/hub-dockerd.XXXXXX.log")"
  say "Starting dockerd by hand; its log is $log."
  # dockerd picks the storage driver itself: overlay2 where the kernel and the disk allow it, else vfs.
  # The lock's descriptor is closed for it, since the daemon outlives this script.
  setsid nohup dockerd </dev/null >"$log" 2>&1 9>&- &
  pid=$!
  if [[ -n ${HUB_ENGINE_PID_FILE:-} ]]; then echo "$pid" >"$HUB_ENGINE_PID_FILE"; fi
  wait_for_engine "$pid" "$log"
}

wait_for_engine() {
  local pid=$1 log=$2
  local deadline=$((SECONDS + ENGINE_DEADLINE_SECONDS))
  until engine_answers; do
    kill -0 "$pid" 2>/dev/null || { tail -n 20 "$log" >&2; die "dockerd ended at once; see above."; }
    ((SECONDS < deadline)) || { tail -n 20 "$log" >&2; die "dockerd did not answer in ${ENGINE_DEADLINE_SECONDS} s."; }
    sleep 0.5
  done
}

ensure_engine() {
  if ! engine_answers; then
    install_engine
    # Installing the package starts the engine where a service manager runs.
    engine_answers || start_engine
  fi
  say "A Docker engine answers: $(docker info --format '{{.ServerVersion}}, storage driver {{.Driver}}' 2>/dev/null)."
}

# ------------------------------------------------------------------------------------------ images

image_exists() { docker image inspect "$1" >/dev/null 2>&1; }

# The address of the Debian archive that this machine's own apt is set to.
debian_mirror() {
  # shellcheck disable=SC2016 # $(REPO_URI) is for apt to fill in
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' \
    | sort -u | head -n 1
}

# debootstrap downloads with wget, which does not read apt's proxy settings.
adopt_apt_proxy() {
  local proxy=''
  eval "$(apt-config shell proxy Acquire::http::Proxy)"
  if [[ -n $proxy && $proxy != DIRECT ]]; then export http_proxy="${http_proxy:-$proxy}"; fi
}

tree=''
remove_tree() { if [[ -n $tree ]]; then rm -rf --one-file-system "$tree"; tree=''; fi; }
trap remove_tree EXIT

# require_version COMMAND PREFIX TAG: sid moves on, and a tag must not name a version that is not inside.
require_version() {
  local command=$1 prefix=$2 tag=$3 printed
  printed="$(chroot "$tree" "$command" --version)"
  [[ $printed =~ (Ver |v=)"$prefix". ]] \
    || die "Debian $SUITE no longer carries what $tag promises: '$printed'. Change the tag here and in the tests."
}

build_base_image() {
  [[ $EUID -eq 0 ]] || die "the local images are missing, and only root can build them."
  command -v debootstrap >/dev/null || install debootstrap debian-archive-keyring
  refresh_package_lists
  local mirror log
  mirror="$(debian_mirror)"
  [[ -n $mirror ]] || die "this machine's apt sources name no Debian archive."
  adopt_apt_proxy
  tree="$(mktemp -d "$WORK/hub-servers.XXXXXX")"
  log="$tree.log"
  say "Unpacking Debian $SUITE with the servers into a temporary folder; this takes about a minute."
  debootstrap --variant=minbase --include="$SERVER_PACKAGES" "$SUITE" "$tree" "$mirror" </dev/null >"$log" 2>&1 \
    || { tail -n 20 "$log" >&2; die "debootstrap failed; all of it is in $log"; }
  rm -f "$log"
  require_version mysqld "${MYSQL_IMAGE#*:}" "$MYSQL_IMAGE"
  require_version redis-server "${REDIS_IMAGE#*:}" "$REDIS_IMAGE"
  say "Importing it as $BASE_IMAGE."
  tar -C "$tree" --create --numeric-owner \
    --exclude='./var/cache/apt/*' --exclude='./var/lib/apt/lists/*' --exclude='./var/log/*' \
    --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' \
    --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' . \
    | docker import - "$BASE_IMAGE" >/dev/null
  remove_tree
}

ensure_base_image() { image_exists "$BASE_IMAGE" || build_base_image; }

# ensure_server_image IMAGE FOLDER
ensure_server_image() {
  local image=$1 folder=$2
  if image_exists "$image"; then say "The image $image is there."; return; fi
  ensure_base_image
  say "Building the image $image."
  local printed
  printed="$(docker build --tag "$image" --build-arg "BASE=$BASE_IMAGE" "$folder" 9>&- 2>&1)" \
    || { printf '%s\n' "$printed" >&2; die "could not build $image; see above."; }
}

ensure_probe_image() {
  if image_exists "$PROBE_IMAGE"; then say "The image $PROBE_IMAGE is there."; return; fi
  ensure_base_image
  say "Giving $BASE_IMAGE the name $PROBE_IMAGE as well."
  docker tag "$BASE_IMAGE" "$PROBE_IMAGE"
}

main() {
  # One at a time: two runs would build the same images twice.
  exec 9>"$WORK/hub-real-servers.lock"
  flock 9
  ensure_engine
  ensure_server_image "$MYSQL_IMAGE" "$HERE/images/mysql"
  ensure_server_image "$REDIS_IMAGE" "$HERE/images/redis"
  ensure_probe_image
  say "The real servers are ready."
}

main "$@"
