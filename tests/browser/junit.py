"""Reads JUnit's XML from standard input with Debian's python3-junitparser; prints what it sees as JSON."""

import json
import sys

from junitparser import Error, Failure, JUnitXml


def case(test):
    """A test case: its names, what it failed by, and what it printed."""
    return {
        "name": test.name,
        "classname": test.classname,
        "failures": [[one.message, one.text] for one in test.result if isinstance(one, Failure)],
        "errors": [one.message for one in test.result if isinstance(one, Error)],
        "out": test.system_out,
    }


xml = JUnitXml.fromstring(sys.stdin.buffer.read())
said = [xml.tests, xml.failures, xml.errors, xml.skipped]
suites = []
for suite in xml:
    before = [suite.tests, suite.failures, suite.errors, suite.skipped]
    suite.update_statistics()
    after = [suite.tests, suite.failures, suite.errors, suite.skipped]
    suites.append({"name": suite.name, "said": before, "counted": after, "cases": [case(one) for one in suite]})
xml.update_statistics()
counted = [xml.tests, xml.failures, xml.errors, xml.skipped]
json.dump({"said": said, "counted": counted, "suites": suites}, sys.stdout)
