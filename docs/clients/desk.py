#!/usr/bin/env python3
"""A client of Copydesk's language server on one page, with nothing but Python's own library.

    desk.py draft.txt …              starts `copydesk lsp` and asks it
    desk.py --at PORT|PATH draft …   asks a server that waits there: `copydesk lsp --listen PORT|PATH`

Prints a line for each draft, the same bytes as `copydesk lint --format ndjson` prints. What cannot be read is told on
standard error, and the exit code is 2.
"""
import json, os, re, shlex, socket, subprocess, sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

LANGUAGES = {".md": "markdown", ".markdown": "markdown", ".wire": "wire-copy", ".slug": "wire-copy"}
SEVERITIES = {1: "error", 2: "warning", 3: "information"}


class Server:
    def __init__(self, at):
        if at is None:
            command = shlex.split(os.environ.get("COPYDESK", "copydesk")) + ["lsp"]
            child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            self.read, self.write = child.stdout, child.stdin
        else:
            family, where = (socket.AF_INET, ("127.0.0.1", int(at))) if at.isdigit() else (socket.AF_UNIX, at)
            self.socket = socket.socket(family)
            self.socket.connect(where)
            self.read, self.write = self.socket.makefile("rb"), self.socket.makefile("wb")
        self.asked = 0

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.write.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.write.flush()

    def notify(self, method, params):
        self.send(method=method, params=params)

    def request(self, method, params):
        self.asked += 1
        self.send(id=self.asked, method=method, params=params)
        while True:
            length = 0
            while (line := self.read.readline().strip()) != b"":
                length = int(line.split(b":")[1]) if line.lower().startswith(b"content-length") else length
            message = json.loads(self.read.read(length))
            if "method" in message and "id" in message:
                self.send(id=message["id"], result=None)
            elif message.get("id") == self.asked and "method" not in message:
                if "error" in message:
                    sys.exit(message["error"]["message"])
                return message["result"]


def record(items, uri, text):
    """The protocol counts lines and columns, a record UTF-16 units from the start of the text."""
    units = lambda part: len(part.encode("utf-16-le", "surrogatepass")) // 2
    starts = [0]
    for line in re.findall(r"[^\r\n]*(?:\r\n|\n|\r)", text):
        starts.append(starts[-1] + units(line))
    offset = lambda at: starts[at["line"]] + at["character"]
    span = lambda range: {"start": offset(range["start"]), "end": offset(range["end"])}
    lines = lambda range: {
        "line": range["start"]["line"] + 1,
        "column": range["start"]["character"] + 1,
        "endLine": range["end"]["line"] + 1,
        "endColumn": range["end"]["character"] + 1,
    }
    diagnostics, problems = [], []
    for item in items:
        data, range, related, elsewhere = item["data"], item["range"], [], []
        for one in item.get("relatedInformation", []):
            place, told = one["location"], {"message": one["message"]}
            if place["uri"] == uri:
                related.append({**span(place["range"]), **told})
            else:
                elsewhere.append({"path": shown(place["uri"]), **lines(place["range"]), **told})
        # what an editor does not list, since it would double the list
        related += [{**span(one["range"]), "message": one["message"]} for one in data.get("related", [])]
        if data["kind"] == "problem":
            place = {key: data[key] for key in ("line", "column") if key in data}
            problems.append({"code": item["code"], "message": item["message"], **place})
            continue
        diagnostics.append({
            "rule": item["code"],
            "kind": data["kind"],
            "severity": SEVERITIES[item["severity"]],
            **({"class": data["class"]} if "class" in data else {}),
            **span(range),
            **lines(range),
            "message": item["message"],
            "related": related,
            **({"elsewhere": elsewhere} if elsewhere else {}),
            "fixes": [
                {**fix, "edits": [{**span(edit["range"]), "text": edit["newText"]} for edit in fix["edits"]]}
                for fix in data["fixes"]
            ],
        })
    return {"diagnostics": diagnostics, "problems": problems}


def shown(uri):
    """A path as reports show it: from here where it lies inside."""
    path = unquote(urlsplit(uri).path)
    return os.path.relpath(path) if Path.cwd() in Path(path).parents else path


def main(words):
    at, drafts = (words[1], words[2:]) if words[:1] == ["--at"] else (None, words)
    if not drafts:
        sys.exit(__doc__)
    server, folder, unread = Server(at), Path.cwd().as_uri(), []
    server.request("initialize", {
        "processId": os.getpid(),
        "rootUri": folder,
        "workspaceFolders": [{"uri": folder, "name": "desk"}],
        "capabilities": {"textDocument": {"diagnostic": {}}},
    })
    server.notify("initialized", {})
    for draft in drafts:
        path = Path(draft).resolve()
        try:
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
        except (OSError, UnicodeDecodeError) as error:
            print(f"{draft} cannot be read: {error}", file=sys.stderr)
            unread.append(draft)
            continue
        document = {"uri": path.as_uri(), "languageId": LANGUAGES.get(path.suffix, "plaintext"), "version": 1, "text": text}
        server.notify("textDocument/didOpen", {"textDocument": document})
        report = server.request("textDocument/diagnostic", {"textDocument": {"uri": document["uri"]}})
        answer = {"path": draft, **record(report["items"], document["uri"], text)}
        print(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))
    server.request("shutdown", None)
    server.notify("exit", None)
    sys.exit(2 if unread else 0)


main(sys.argv[1:])
