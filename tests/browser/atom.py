"""Reads Atom from standard input with Debian's python3-feedparser, as from the address that is
given; prints what it sees as JSON, and beside it the elements as they stand in the file."""

import json
import sys
import xml.etree.ElementTree as ElementTree

import feedparser


def links(thing):
    """The addresses that a feed or an entry names, by what they are to it."""
    return {link.rel: link.href for link in thing.get("links", [])}


def entry(one):
    """An entry as a reader shows it."""
    return {
        "id": one.id,
        "title": one.title,
        "updated": one.updated,
        "links": links(one),
        "content": [{"type": text.type, "value": text.value} for text in one.get("content", [])],
    }


def element(node):
    """An element without the namespace of Atom, which all of them have."""
    return {
        "name": node.tag.replace("{http://www.w3.org/2005/Atom}", ""),
        "attributes": node.attrib,
        "text": node.text,
        "children": [element(child) for child in node],
    }


data = sys.stdin.buffer.read()
feed = feedparser.parse(data, response_headers={
        "content-location": sys.argv[1],
        "content-type": "application/atom+xml",
    })
json.dump(
    {
        "fault": str(feed.bozo_exception) if feed.bozo else None,
        "version": feed.version,
        "id": feed.feed.id,
        "title": feed.feed.title,
        "updated": feed.feed.updated,
        "author": feed.feed.author,
        "links": links(feed.feed),
        "entries": [entry(one) for one in feed.entries],
        "root": element(ElementTree.fromstring(data)),
    },
    sys.stdout,
)
