/* A kind of finding as SARIF describes it to those who meet it. */
#ifndef REPORT_SARIF_RULE_H
#define REPORT_SARIF_RULE_H

#include "base/jwriter.h"
#include "report/finding.h"

/* A reportingDescriptor (SARIF 2.1.0, 3.49), with the level on an adopted plan and its help. */
void sarif_rule_write(struct jwriter *json, const struct finding_kind *kind);

/* A level as SARIF names it (3.27.10): "none" for what is off. */
struct str sarif_level(enum severity severity);

#endif
