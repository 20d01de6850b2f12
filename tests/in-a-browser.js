// Runs the core as WebAssembly, without disk, clock or threads: in-a-browser.js MODULE, jobs as JSON on stdin.
// A job is [FOLDER, DAY]; when all folders are read, a line says so. What is told of each is what was found, and SHA-256 of each file of its site (null: none).
"use strict";
const { createHash } = require("node:crypto");
const { readdirSync, readFileSync, writeSync } = require("node:fs");
const { join } = require("node:path");
const { Editor } = require(process.argv[2]);

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(folder.length + 1))
    .filter((path) => !path.split("/").some((name) => name.startsWith(".")));

const jobs = JSON.parse(readFileSync(0)).map(([folder, day]) => {
  const read = files(folder).map((path) => [path, readFileSync(join(folder, path))]);
  return [read, day];
});
// From now on the folders may change.
writeSync(1, "read\n");

const told = jobs.map(([content, day]) => {
  const editor = new Editor();
  for (const [path, bytes] of content) editor.put(path, bytes);
  const found = editor.judge(day, "en");
  const hash = (path) => createHash("sha256").update(editor.file(path)).digest("hex");
  const site = editor.build(day) ? Object.fromEntries(editor.paths().map((path) => [path, hash(path)])) : null;
  editor.free();
  return { found: JSON.parse(found), site };
});
process.stdout.write(JSON.stringify(told));
