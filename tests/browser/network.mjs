// A network of one phone's own. What a browser calls offline leaves open what is open; here the connections are cut.
import { once } from "node:events";
import { connect, createServer } from "node:net";

/** A phone opened with this `proxy` reaches the server at `url`, but for the time between `lose` and `comeBack`. */
export async function ownNetwork(url) {
  const { hostname, port } = new URL(url);
  const open = new Set();
  let isLost = false;
  const cutTogether = (one, other) => {
    open.add(one);
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy() && open.delete(one));
  };
  const relay = createServer((phone) => {
    if (isLost) return phone.destroy();
    const server = connect(port, hostname);
    cutTogether(phone, server);
    cutTogether(server, phone);
    phone.once("data", (first) => {
      const isTunnel = first.toString("latin1").startsWith("CONNECT ");
      if (isTunnel) phone.write("HTTP/1.1 200 OK\r\n\r\n");
      else server.write(first);
      phone.pipe(server).pipe(phone);
    });
  }).listen(0, "127.0.0.1");
  await once(relay, "listening");
  relay.unref();
  return {
    proxy: { server: `http://127.0.0.1:${relay.address().port}`, bypass: "<-loopback>" },
    lose() {
      isLost = true;
      for (const socket of open) socket.destroy();
    },
    comeBack() {
      isLost = false;
    },
  };
}
