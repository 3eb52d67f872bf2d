#!/usr/bin/env bash
#
# Guess: a lock that `npm install` has just written without a complaint can be installed by `npm ci` of
# the same npm.
#
# Seen: where an optional dependency is not in the registry, at any depth, npm 11.19.1 installs, ends
# with 0 and leaves it out of the lock; its `npm ci` then refuses that lock as out of step with
# package.json, and advises `npm install`, which changes nothing. npm 10.9.4 installs the same lock.
#
# Why it is no fault of the package: npm's documentation of optionalDependencies is for what "cannot be
# found or fails to install". vite 8.4.0 names one that was not to be had on 30 November 2026, so a
# lock made then with Astro 7.3.5 or Slidev 53.0.0 in it is refused; `overrides` of vite 8.3.8 helps.
#
# Documented: package.json, "optionalDependencies"; known as npm/cli issue 9846, open then.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
quiet='--loglevel error --no-audit --no-fund --ignore-scripts'
seen=()
echo 'npm 10.9.4 and 11.19.1'
echo 'expected: install ends with 0, and so does ci'
for version in 10.9.4 11.19.1; do
  mkdir -p "$version/app"
  echo '{}' >"$version/package.json"
  # shellcheck disable=SC2086
  (cd "$version" && npm install $quiet --save-exact --fetch-retries 0 "npm@$version" >/dev/null) ||
    cannot 'npm could not install npm.'
  echo '{ "name": "app", "version": "1.0.0", "optionalDependencies": { "@login-player-example/not-published": "1.0.0" } }' \
    >"$version/app/package.json"
  cd "$version/app"
  for command in install ci; do
    status=0
    # shellcheck disable=SC2086
    ../node_modules/.bin/npm $command $quiet >"$command.log" 2>&1 || status=$?
    seen+=("$status")
    echo "seen:     $version $command ends with $status $(grep -o 'Missing: .*' "$command.log" || true)"
  done
  cd "$dir"
done
if [[ ${seen[*]} == '0 0 0 1' ]]; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
