"""What passes between the page and the kernel: a script that counts and times it in the page.

The page's own view of things is not enough: an error in what a slider sets off stands in no
cell, and a picture that does not change says nothing about why.
"""

import re

COLOUR = re.compile(r"\\u001b\[[0-9;]*m")  # as JSON writes it
# Each message of the protocol v1.kernel.websocket.jupyter.org holds its headers as JSON text:
# its own first, then its parent's.
LISTEN = """
window.wire = {ready: false, sent: 0, answered: 0, complaints: [], pictureBytes: 0, pictureAt: 0}
const head = data => new TextDecoder("latin1").decode(
    new Uint8Array(data.buffer || data, data.byteOffset || 0, Math.min(data.byteLength, 20000)))
const kinds = text => [...text.matchAll(/"msg_type": ?"(\\w+)"/g)].map(found => found[1])
const send = WebSocket.prototype.send
WebSocket.prototype.send = function (data) {
    if (!this.isHeard) {
        this.isHeard = true
        this.addEventListener("message", event => hear(event.data))
    }
    if (typeof data !== "string" && kinds(head(data))[0] === "comm_msg") window.wire.sent += 1
    return send.call(this, data)
}
async function hear(data) {
    if (typeof data === "string") return
    const at = performance.now()
    const bytes = data instanceof Blob ? await data.arrayBuffer() : data
    const text = head(bytes)
    const [kind, parent] = kinds(text)
    if (kind === "kernel_info_reply") window.wire.ready = true
    if (kind === "error" || (kind === "stream" && text.includes('"name": "stderr"'))) {
        window.wire.complaints.push(text)
    }
    if (kind === "comm_msg" && text.includes('"buffer_paths": [["value"]]')) {
        window.wire.pictureAt = at
        window.wire.pictureBytes = bytes.byteLength
    }
    if (kind === "status" && parent === "comm_msg" && text.includes('"execution_state": "idle"')) {
        window.wire.answered += 1
    }
}
"""

# The kernel has answered all, nothing waits to be sent, and what came has been painted.
SETTLE = """async milliseconds => {
    const end = performance.now() + milliseconds
    for (let quiet = 0; quiet < 3;) {
        if (performance.now() > end) throw new Error("the kernel does not answer")
        await new Promise(resolve => setTimeout(resolve, 30))
        await new Promise(requestAnimationFrame)
        quiet = window.wire.sent === window.wire.answered ? quiet + 1 : 0
    }
}"""
SETTLE_MILLISECONDS = 60_000


def kernel_complaints(page):
    """Return what the kernel said of errors and warnings since this was asked last."""
    said = page.evaluate("() => window.wire.complaints.splice(0)")
    return [COLOUR.sub("", text) for text in said]


def settle(page):
    """Wait until the kernel has answered everything that the page asked."""
    page.evaluate(SETTLE, SETTLE_MILLISECONDS)
