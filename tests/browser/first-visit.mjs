// What a first visit to the front page costs over the wire: node tests/browser/first-visit.mjs http://127.0.0.1:8080
import { startBrowser } from "./server.mjs";
import { wireSize } from "./support.mjs";

const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
const sizes = await wireSize(page, process.argv[2]);
await browser.close();

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const parts = Object.entries(sizes).map(([kind, bytes]) => `${kind} ${kilobytes(bytes)}`);
const all = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);
console.log(`First visit: ${kilobytes(all)} over the wire (${parts.join(", ")}).`);
