#include "report/sarif_rule.h"
#include "base/gfm.h"

struct str sarif_level(enum severity severity)
{
	return severity == SEVERITY_OFF ? STR("none") : severity_name(severity);
}

static void put_text(struct jwriter *json, struct str key, const char *text)
{
	jwriter_key(json, key);
	jwriter_open_object(json);
	jwriter_member(json, STR("text"), str_from(text));
	jwriter_close(json);
}

static void add_example(const char *words, const char *example, bool is_markdown, struct buf *out)
{
	if (!example)
		return;
	buf_printf(out, "\n\n%s\n\n%s%s%s", words, is_markdown ? "```yaml\n" : "", example,
		   is_markdown ? "```" : "");
}

static void put_help_text(struct jwriter *json, const struct finding_kind *kind, bool is_markdown)
{
	struct buf help = { 0 };

	if (is_markdown)
		gfm_words(str_from(kind->advice), &help);
	else
		buf_add_c(&help, kind->advice);
	add_example("Before the change:", kind->before, is_markdown, &help);
	add_example("Not like this:", kind->bad, is_markdown, &help);
	add_example("But like this:", kind->good, is_markdown, &help);
	jwriter_member(json, is_markdown ? STR("markdown") : STR("text"), buf_str(&help));
	buf_release(&help);
}

void sarif_rule_write(struct jwriter *json, const struct finding_kind *kind)
{
	jwriter_open_object(json);
	jwriter_member(json, STR("id"), str_from(kind->name));
	put_text(json, STR("shortDescription"), kind->summary);
	put_text(json, STR("fullDescription"), kind->advice);
	jwriter_key(json, STR("help"));
	jwriter_open_object(json);
	put_help_text(json, kind, false);
	put_help_text(json, kind, true);
	jwriter_close(json);
	jwriter_key(json, STR("defaultConfiguration"));
	jwriter_open_object(json);
	jwriter_member(json, STR("level"), sarif_level(kind->adopted));
	jwriter_close(json);
	jwriter_close(json);
}
