#!/usr/bin/env bash
#
# The whole fault matrix, as one table: the rows of FaultMatrix with what was measured, then those rows that
# are tests of their own, with how many tests they are and whether they passed. Wants a Docker engine with the
# images that real-servers.sh makes, root for the rows that drop packets, and about an hour. Each row runs once:
# KillRounds repeats rows 1 and 2 (see CONTRIBUTING).
# Ends with an error if any row is not green. bash infra/ci/fault-matrix.sh
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Rows of the matrix, the module, and the test class.
readonly ELSEWHERE='
7           ingest          MySqlStreamingRealServersIT
10h         infra/testkit   HungProcess
10n,11n     infra/testkit   PacketFaults
13,14       infra/testkit   RecoveryRealServersIT
16          infra/testkit   MillionRows
20          ingest          MySqlPreflightRealServersIT
21c         infra/testkit   ParityAuditRealServersIT
22c         infra/testkit   SchemaChangeRealServersIT
38          infra/app       ServeIT
38b         infra/testkit   RedisStoreContractRealServersIT
40-44       scheduler       WeekRealServersIT
47b         infra/testkit   PoisonRealServersIT
49          projections     CrashingModelTest
'

log=target/fault-matrix.log
mkdir -p target
rm -f ./*/target/*-reports/TEST-*.xml ./infra/*/target/*-reports/TEST-*.xml

classes=$(awk 'NF { printf ",%s", $3 }' <<<"$ELSEWHERE")
modules=$(awk 'NF { print $2 }' <<<"$ELSEWHERE" | sort -u | paste -sd,)
printf 'fault-matrix: running; %s tells how far it is\n' "$log" >&2
HUB_REQUIRE_REAL_SERVERS=true TESTCONTAINERS_RYUK_DISABLED=true ./mvnw -B -ntp -fae -pl "$modules" -am verify \
  -Dtest=CrashingModelTest "-Dit.test=FaultMatrix$classes" -Dhub.test.heap=512m \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false >"$log" 2>&1 || true

red=0
table=$(sed -n '/^row  fault /,/^[^0-9r]/p' "$log" | grep -E '^(row|[0-9])' || true)
printf '%s\n' "${table:-FaultMatrix has printed no table}"
result() { sed -n "s/^<testsuite .* $1=\"\([0-9]*\)\".*/\1/p" "$2" | head -1; }
matrix=$(find infra/testkit/target -name 'TEST-*FaultMatrix.xml' | head -1)
if [[ -z $table || -z $matrix || $(result failures "$matrix")$(result errors "$matrix") != 00 ]]; then red=1; fi

printf '\n%-10s %-36s %6s %7s %s\n' row 'test of its own' tests skipped seen
while read -r rows module class; do
  [[ -n $rows ]] || continue
  report=$(find "$module/target" -name "TEST-*.$class.xml" | head -1)
  if [[ -z $report ]]; then
    printf '%-10s %-36s %6s %7s %s\n' "$rows" "$class" - - 'DID NOT RUN'
    red=1
    continue
  fi
  tests=$(result tests "$report") skipped=$(result skipped "$report")
  if [[ $(result failures "$report")$(result errors "$report") == 00 && $tests -gt 0 && $skipped == 0 ]]; then
    seen=green
  else
    seen=RED red=1
  fi
  printf '%-10s %-36s %6s %7s %s\n' "$rows" "$class" "$tests" "$skipped" "$seen"
done <<<"$ELSEWHERE"

# Every row that the matrix has, but for those about the API and its settings, which are 50 to 56.
seen=$(printf '%s\n%s\n' "$table" "$ELSEWHERE" | awk '$1 ~ /^[0-9]/ { print $1 }' | tr ',' '\n' \
  | awk -F- '{ sub(/[a-z]+$/, "", $1); for (i = $1; i <= (NF > 1 ? $2 : $1); i++) print i + 0 }' | sort -nu)
missing=$(comm -23 <(seq 1 49 | sort) <(sort <<<"$seen") | sort -n | paste -sd,)
if [[ -n $missing ]]; then
  printf '\nfault-matrix: rows that nobody has injected: %s\n' "$missing"
  red=1
fi
exit "$red"
