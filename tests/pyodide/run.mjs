// Run a Python program inside Pyodide, the Python of a web page, here under node.
//
//     node run.mjs CORE WHEELS FOLDER PROGRAM [ARGUMENT …]
//
// CORE holds Pyodide and its compiled packages, WHEELS pure ones. FOLDER is the folder in which the
// program runs, with a folder `packages` that it imports from; it sees no other of this machine.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [core, wheels, folder, program, ...given] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(resolve(core), "pyodide.mjs")));
const pyodide = await loadPyodide({ indexURL: resolve(core) + "/", env: { HOME: "/home/pyodide" } });
const quiet = { messageCallback: () => {} };
await pyodide.loadPackage(["matplotlib", "numpy", "platformdirs"], quiet);
const pure = readdirSync(wheels).filter((name) => name.endsWith(".whl"));
await pyodide.loadPackage(pure.map((name) => join(resolve(wheels), name)), quiet);
pyodide.FS.mkdirTree("/run");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: resolve(folder) }, "/run");
pyodide.globals.set("words", pyodide.toPy([program, ...given]));
pyodide.runPython(`
import os, runpy, shutil, sys
os.chdir("/run")
sys.path.insert(0, shutil.copytree("packages", "/packages"))
sys.argv = list(words)
runpy.run_path(sys.argv[0], run_name="__main__")
`);
