// Tells the demo's month once for all test files: node tests/browser/tell-month.mjs FOLDER
import { tellMonth } from "./server.mjs";

await tellMonth(process.argv[2]);
