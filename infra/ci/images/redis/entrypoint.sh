#!/usr/bin/env bash
#
# Starts redis-server as the official image does: reachable from outside the container, as a user of
# its own. Arguments that begin with a dash, or a configuration file, are handed to redis-server;
# anything else is run as it is.
set -euo pipefail

if [[ $# -eq 0 || $1 == -* || $1 == *.conf ]]; then set -- redis-server "$@"; fi

if [[ $1 == redis-server ]]; then
  shift
  # A configuration file must stay the first argument; options after ours win over them.
  configuration=()
  if [[ $# -gt 0 && $1 != -* ]]; then configuration=("$1"); shift; fi
  set -- redis-server "${configuration[@]}" --bind 0.0.0.0 --protected-mode no "$@"
  if [[ $EUID -eq 0 ]]; then
    find . \! -user redis -exec chown redis:redis '{}' +
    exec setpriv --reuid=redis --regid=redis --init-groups "$@"
  fi
fi

exec "$@"
