// Writes the licences of all code of others that is in the page: node licences.mjs FILE.

import { existsSync, readFileSync, writeFileSync } from "node:fs";

const licence = (path) => ["LICENSE", "LICENSE.md"].map((name) => `${path}/${name}`).find(existsSync);
const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const texts = Object.entries(lock.packages)
  .filter(([path, entry]) => path !== "" && !entry.dev && existsSync(path))
  .map(([path, entry]) => `${path.replace("node_modules/", "")} ${entry.version}\n\n${readFileSync(licence(path), "utf8").trim()}\n`);
const head = "The planners' page is built from sources in src/SimInterdiction.Web/Client, and from these packages.\n";
writeFileSync(process.argv[2], [head, ...texts].join(`\n${"-".repeat(80)}\n\n`));
