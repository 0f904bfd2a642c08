#!/usr/bin/env bash
#
# Starts mysqld as the official image does. With an empty data folder it first fills one, through a
# server that listens on a socket only, so that the port opens when everything is in place. Both
# servers write their "ready for connections" line to the container's log.
#
# Read from the environment: MYSQL_ROOT_PASSWORD or MYSQL_ALLOW_EMPTY_PASSWORD (one of them is
# needed), MYSQL_ROOT_HOST, MYSQL_DATABASE, MYSQL_USER with MYSQL_PASSWORD, MYSQL_INITDB_SKIP_TZINFO.
# Arguments that begin with a dash are handed to mysqld.
set -euo pipefail

readonly DATA=/var/lib/mysql
readonly SOCKET=/var/run/mysqld/mysqld.sock

note() { printf '%s [Entrypoint]: %s\n' "$(date --utc +%FT%TZ)" "$*"; }
die() { note "error: $*" >&2; exit 1; }

# A text as an SQL string, an SQL identifier, and an identifier in which _ and % are no wildcards.
as_string() { local s=${1//\\/\\\\}; printf "'%s'" "${s//\'/\'\'}"; }
# shellcheck disable=SC2016 # the backticks are SQL's
as_name() { printf '`%s`' "${1//\`/\`\`}"; }
as_grant_name() { local s=${1//_/\\_}; as_name "${s//%/\\%}"; }

require_settings() {
  if [[ -z ${MYSQL_ROOT_PASSWORD:-} && -z ${MYSQL_ALLOW_EMPTY_PASSWORD:-} ]]; then
    die "set MYSQL_ROOT_PASSWORD, or MYSQL_ALLOW_EMPTY_PASSWORD=yes"
  fi
  if [[ ${MYSQL_USER:-} == root ]]; then die "MYSQL_USER is for another user than root"; fi
  if [[ -n ${MYSQL_USER:-} && -z ${MYSQL_PASSWORD:-} ]]; then die "MYSQL_USER needs MYSQL_PASSWORD"; fi
}

setup_statements() {
  local root_password root_host
  root_password="$(as_string "${MYSQL_ROOT_PASSWORD:-}")"
  root_host=${MYSQL_ROOT_HOST-%}
  if [[ -n ${MYSQL_DATABASE:-} ]]; then
    echo "CREATE DATABASE IF NOT EXISTS $(as_name "$MYSQL_DATABASE");"
  fi
  if [[ -n ${MYSQL_USER:-} ]]; then
    echo "CREATE USER $(as_string "$MYSQL_USER")@'%' IDENTIFIED BY $(as_string "$MYSQL_PASSWORD");"
    if [[ -n ${MYSQL_DATABASE:-} ]]; then
      echo "GRANT ALL ON $(as_grant_name "$MYSQL_DATABASE").* TO $(as_string "$MYSQL_USER")@'%';"
    fi
  fi
  echo "SET SESSION sql_log_bin = 0;"
  if [[ -n $root_host && $root_host != localhost ]]; then
    echo "CREATE USER 'root'@$(as_string "$root_host") IDENTIFIED BY $root_password;"
    echo "GRANT ALL ON *.* TO 'root'@$(as_string "$root_host") WITH GRANT OPTION;"
  fi
  echo "ALTER USER 'root'@'localhost' IDENTIFIED BY $root_password;"
}

time_zone_statements() {
  echo "SET SESSION sql_log_bin = 0;"
  # A file without a zone gives a row that is too long for its column (MySQL bug 20545).
  mysql_tzinfo_to_sql /usr/share/zoneinfo 2>/dev/null \
    | sed 's/Local time zone must be set--see zic manual page/FCTY/'
}

wait_for_setup_server() {
  local pid=$1 deadline=$((SECONDS + 120))
  until mysqladmin --no-defaults --user=root --socket="$SOCKET" --silent ping >/dev/null 2>&1; do
    kill -0 "$pid" 2>/dev/null || die "the setup server ended; see its log above"
    ((SECONDS < deadline)) || die "the setup server did not answer in 120 s"
    sleep 0.1
  done
}

run_sql() { mysql --no-defaults --user=root --socket="$SOCKET" --comments "$@"; }

initialize() {
  require_settings
  note "Initializing the database files"
  "$@" --initialize-insecure --default-time-zone=SYSTEM
  note "Starting the setup server"
  "$@" --daemonize=OFF --skip-networking --mysqlx=OFF --default-time-zone=SYSTEM --socket="$SOCKET" &
  local pid=$!
  wait_for_setup_server "$pid"
  if [[ -z ${MYSQL_INITDB_SKIP_TZINFO:-} ]]; then time_zone_statements | run_sql mysql; fi
  setup_statements | run_sql
  note "Stopping the setup server"
  kill -TERM "$pid"
  wait "$pid" || die "the setup server did not stop cleanly"
  note "MySQL init process done. Ready for start up."
}

if [[ $# -eq 0 || $1 == -* ]]; then set -- mysqld "$@"; fi

if [[ $1 == mysqld ]]; then
  if [[ $EUID -eq 0 ]]; then
    find "$DATA" \! -user mysql -exec chown mysql:mysql '{}' +
    exec setpriv --reuid=mysql --regid=mysql --init-groups "$0" "$@"
  fi
  if [[ ! -d $DATA/mysql ]]; then initialize "$@"; fi
fi

exec "$@"
