#include "render/section.h"
#include "render/figures.h"
#include "render/lists.h"

static bool shows(const struct section *section)
{
	return word_is_given(&section->shows);
}

static void find_in(const struct list *list, struct shown *shown, unsigned depth)
{
	const struct section *sections = list->at;

	for (size_t i = 0; i < list->len && depth < SECTION_DEPTH; i++) {
		if (shows(&sections[i]) && !shown->at[sections[i].shows.index])
			shown->at[sections[i].shows.index] = &sections[i];
		find_in(&sections[i].sections, shown, depth + 1);
	}
}

void shown_find(const struct plan *plan, struct shown *shown)
{
	*shown = (struct shown){ 0 };
	find_in(&plan->sections, shown, 0);
}

static void terms_write(struct pen *pen, const struct list *list)
{
	const struct term *terms = list->at;
	struct str language;

	if (!list->len)
		return;
	pen_open(pen, PEN_TERMS);
	for (size_t i = 0; i < list->len && !pen_is_full(pen); i++) {
		pen_fact_open_words(pen, pen_words(pen, &terms[i].term, &language));
		pen_tell(pen, &terms[i].text);
		pen_fact_close(pen);
	}
	pen_close(pen, PEN_TERMS);
}

static void shown_write(struct pen *pen, const struct section *section, const struct shown *shown)
{
	const struct section *first = shown->at[section->shows.index];
	struct buf url = { 0 };
	struct str language;

	if (section == first) {
		list_write(pen, (enum section_shows)section->shows.index);
		return;
	}
	buf_add_byte(&url, '#');
	buf_add(&url, first->thing.id);
	pen_open(pen, PEN_NOTE);
	pen_c(pen, "See ");
	pen_link(pen, is_id(first->thing.id) ? buf_str(&url) : (struct str){ 0 },
		 pen_words(pen, &first->title, &language));
	pen_close(pen, PEN_NOTE);
	buf_release(&url);
}

static void write_at(struct pen *pen, const struct section *section, const struct shown *shown,
		     unsigned depth)
{
	const struct section *inside = section->sections.at;
	struct heading heading = { .id = pen_claim(pen, &section->thing) };
	struct str language;

	heading.ref = pen_words(pen, &section->ref, &language);
	heading.title = pen_words(pen, &section->title, &heading.language);
	pen_section_open(pen, heading);
	pen_tell_blocks(pen, &section->body);
	terms_write(pen, &section->terms);
	figures_write(pen, section);
	if (text_is_given(&section->caption)) {
		pen_open(pen, PEN_CAPTION);
		pen_tell(pen, &section->caption);
		pen_close(pen, PEN_CAPTION);
	}
	if (shows(section))
		shown_write(pen, section, shown);
	pen_tell_blocks(pen, &section->closing);
	for (size_t i = 0; i < section->sections.len && depth < SECTION_DEPTH; i++)
		write_at(pen, &inside[i], shown, depth + 1);
	pen_section_close(pen);
}

void section_write(struct pen *pen, const struct section *section, const struct shown *shown)
{
	write_at(pen, section, shown, 0);
}
