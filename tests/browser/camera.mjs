// A phone's camera held to the square of a printed card: reads the QR code that a page draws.
// After ISO/IEC 18004, for the sizes that an address of ours takes, drawn without a speck to correct.

/** Blocks and the bytes of text in each, by the width of the square, at correction level M. */
const blocksOf = new Map([
  [33, [2, 32]],
  [37, [2, 43]],
  [41, [4, 27]],
]);
const masks = [
  (x, y) => (x + y) % 2 === 0,
  (x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The text in the square. */
export async function scan(svg) {
  const dark = darkSquares(await svg.locator("path").getAttribute("d"));
  const [blocks, each] = blocksOf.get(dark.size) ?? [];
  if (!blocks) throw new Error(`no table for a square of ${dark.size}`);
  const bytes = bytesOf(dark);
  const inOrder = Array.from({ length: blocks }, (_, block) =>
    Array.from({ length: each }, (_, place) => bytes[place * blocks + block]),
  ).flat();
  return textOf(inOrder.map((byte) => byte.toString(2).padStart(8, "0")).join(""));
}

function darkSquares(drawn) {
  const squares = [...drawn.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((square) => square.slice(1).map(Number));
  const [edge, top, unit] = squares[0];
  const places = squares.map(([x, y]) => [(x - edge) / unit, (y - top) / unit]);
  const is = new Set(places.map(String));
  const size = Math.max(...places.flat()) + 1;
  return { size, at: (x, y) => is.has(String([x, y])) };
}

/** Up and down in columns of two, from the right; past what is there to be found by. */
function bytesOf({ size, at }) {
  const format = [0, 1, 2].reduce((bits, step) => bits * 2 + Number(at(2 + step, 8)), 0);
  const mask = masks[format ^ 0b101];
  const bits = [];
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const column = right > 6 ? right : right + 1;
    const goesUp = ((size - 1 - column) / 2) % 2 === 0;
    for (let step = 0; step < size; step++) {
      const y = goesUp ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!isPattern(x, y, size)) bits.push(at(x, y) !== mask(x, y));
      }
    }
  }
  return Array.from({ length: bits.length >> 3 }, (_, byte) =>
    bits.slice(byte * 8, byte * 8 + 8).reduce((sum, bit) => sum * 2 + Number(bit), 0),
  );
}

function isPattern(x, y, size) {
  const isCorner = (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9);
  const isAlignment = Math.abs(x - (size - 7)) <= 2 && Math.abs(y - (size - 7)) <= 2;
  return isCorner || isAlignment || x === 6 || y === 6;
}

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** Stretches of numbers, capitals and bytes, each with its length before it. */
function textOf(bits) {
  let read = 0;
  const take = (count) => Number.parseInt(bits.slice(read, (read += count)), 2);
  let text = "";
  for (;;) {
    const mode = take(4);
    if (mode === 4) {
      for (let left = take(8); left > 0; left--) text += String.fromCharCode(take(8));
    } else if (mode === 2) {
      for (let left = take(9); left > 0; left -= 2) {
        const pair = take(left > 1 ? 11 : 6);
        text += left > 1 ? letters[Math.floor(pair / 45)] + letters[pair % 45] : letters[pair];
      }
    } else if (mode === 1) {
      for (let left = take(10); left > 0; left -= 3) {
        const digits = Math.min(left, 3);
        text += String(take([0, 4, 7, 10][digits])).padStart(digits, "0");
      }
    } else {
      return text;
    }
  }
}
