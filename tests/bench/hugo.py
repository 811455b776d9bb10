#!/usr/bin/env python3
"""Content files and templates for hugo, from the JSON of a site that planc built: a
page for each council, plan, theme and action with the texts that planc's page has.

usage: hugo.py SITE DIR
"""
import json
import sys
from pathlib import Path

LAYOUTS = {
    "baseof": """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }} – {{ .Site.Title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><nav><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ol></nav><main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "list": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}
<dl>{{ range $name, $value := .Params.facts }}<dt>{{ $name }}</dt><dd>{{ $value }}</dd>{{ end }}</dl>
{{ range .Pages }}<h2 id="{{ .File.ContentBaseName }}"><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
{{ if .IsPage }}{{ partial "action.html" . }}{{ else }}<table><thead><tr><th>Activity</th>
<th>Outcomes</th><th>Date</th><th>Lead</th><th>Measures</th></tr></thead><tbody>
{{ range .RegularPages }}<tr><td><a href="{{ .RelPermalink }}">{{ .Content }}</a></td>
<td><ul>{{ range .Params.outcomes }}<li>{{ . | markdownify }}</li>{{ end }}</ul></td>
<td>{{ .Params.due }}</td><td>{{ delimit .Params.lead ", " }}</td>
<td><ul>{{ range .Params.measures }}<li>{{ . | markdownify }}</li>{{ end }}</ul></td></tr>
{{ end }}</tbody></table>{{ end }}{{ end }}{{ end }}
""",
    "single": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ partial "action.html" . }}
<p>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>{{ end }}
""",
}
ACTION = """{{ .Content }}<dl><dt>Target date</dt><dd>{{ .Params.due }}</dd>
<dt>Lead</dt><dd>{{ delimit .Params.lead ", " }}</dd></dl>
<ul>{{ range .Params.outcomes }}<li>{{ . | markdownify }}</li>{{ end }}</ul>
<ul>{{ range .Params.measures }}<li>{{ . | markdownify }}</li>{{ end }}</ul>
<ul>{{ range .Params.notes }}<li>{{ . | markdownify }}</li>{{ end }}</ul>
"""
CONFIG = {"baseURL": "https://example.gov.uk/", "title": "Plans", "disableKinds": ["taxonomy", "term", "RSS", "sitemap"]}


def put(path, front, text=""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(front, ensure_ascii=False) + "\n\n" + text, encoding="utf-8")


def words(measure):
    if "text" in measure:
        return measure["text"]
    said = measure.get("indicator", "")
    if "target" in measure:
        said += ": " + measure["target"]["text"]
    if "baseline" in measure:
        said += "; baseline " + str(measure["baseline"].get("value", ""))
    return said


def put_action(folder, action):
    front = {
        "title": action["activity"][:110],
        "due": action.get("due", {}).get("text", ""),
        "lead": [lead.get("name", lead["id"]) for lead in action.get("lead", [])],
        "outcomes": action.get("outcomes", []),
        "measures": [words(measure) for measure in action.get("measures", [])],
        "notes": action.get("notes", []),
    }
    put(folder / (action["id"] + ".md"), front, action["activity"])


def put_plan(folder, plan):
    facts = {"Status": plan["status"], "Period": plan.get("period", {}).get("text", "")}
    put(folder / "_index.md", {"title": plan["title"], "facts": facts}, plan.get("summary", ""))
    for theme in plan["themes"]:
        put(folder / theme["id"] / "_index.md", {"title": theme["title"]}, theme.get("summary", ""))
        for action in theme["actions"]:
            put_action(folder / theme["id"], action)


def main(site, folder):
    layouts = folder / "layouts"
    (layouts / "_default").mkdir(parents=True)
    (layouts / "partials").mkdir()
    for name, text in LAYOUTS.items():
        (layouts / "_default" / (name + ".html")).write_text(text, encoding="utf-8")
    (layouts / "partials" / "action.html").write_text(ACTION, encoding="utf-8")
    (folder / "config.json").write_text(json.dumps(CONFIG), encoding="utf-8")
    put(folder / "content" / "_index.md", {"title": "Plans"})
    for file in sorted(site.glob("*/*/plan.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        council, plan = file.parts[-3:-1]
        put(folder / "content" / council / "_index.md", {"title": data["council"]["name"]})
        put_plan(folder / "content" / council / plan, data["plan"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
