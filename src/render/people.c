#include "render/people.h"
#include "render/address.h"

bool ref_is_given(const struct ref *ref)
{
	return ref->id.len;
}

bool list_has_ref(const struct list *refs)
{
	const struct ref *ref = refs->at;

	for (size_t i = 0; i < refs->len; i++) {
		if (ref_is_given(&ref[i]))
			return true;
	}
	return false;
}

static void name_write(struct pen *pen, const struct person *person)
{
	struct str language;

	if (!text_is_given(&person->name)) {
		pen_plain(pen, person->thing.id);
	} else if (text_is_given(&person->short_name) && !pen_is_full(pen)) {
		struct str letters = pen_words(pen, &person->short_name, &language);

		pen->type->short_form(pen, letters, pen_words(pen, &person->name, &language));
	} else {
		pen_say(pen, &person->name);
	}
}

/* By the short form where there is one, if is_short; leads to the page of what they lead. */
static void linked_name_write(struct pen *pen, const struct person *person, bool is_short)
{
	struct str url = { 0 };

	if (pen->type->has_pages && !pen_is_full(pen))
		url = address_of_person(pen->view, person);
	if (url.len)
		pen->type->link_open(pen, url);
	if (is_short || !text_is_given(&person->name))
		name_write(pen, person);
	else
		pen_say(pen, &person->name);
	if (url.len)
		pen->type->link_close(pen);
}

void person_link_write(struct pen *pen, const struct person *person)
{
	linked_name_write(pen, person, false);
}

void person_write(struct pen *pen, const struct ref *ref)
{
	const struct person *person = (const void *)ref->to;

	if (!person) {
		pen_plain(pen, ref->id);
		return;
	}
	linked_name_write(pen, person, true);
	if (text_is_given(&person->role)) {
		pen_c(pen, ", ");
		pen_say(pen, &person->role);
	}
}

void people_write(struct pen *pen, const struct list *refs)
{
	const struct ref *ref = refs->at;
	bool is_first = true;

	for (size_t i = 0; i < refs->len; i++) {
		if (!ref_is_given(&ref[i]))
			continue;
		if (!is_first)
			pen_c(pen, ", ");
		person_write(pen, &ref[i]);
		is_first = false;
	}
}

void somebody_write(struct pen *pen, const struct text *who)
{
	const struct council *council = pen->view->council;
	const struct person *person = council ? map_find(&council->people_by_id, who->words) : NULL;

	if (person)
		linked_name_write(pen, person, true);
	else
		pen_say(pen, who);
}

static bool leads(const struct action *action, struct str id)
{
	const struct ref *ref = action->lead.at;

	for (size_t i = 0; i < action->lead.len; i++) {
		if (str_equal(ref[i].id, id))
			return true;
	}
	return false;
}

static void one_lead_write(struct pen *pen, const struct action *action, const struct ref *ref)
{
	person_write(pen, ref);
	if (ref_is_given(&action->accountable) && str_equal(ref->id, action->accountable.id))
		pen_c(pen, " (accountable)");
}

/* Each lead once, and the accountable one even where it is not among them. */
static void leads_write(struct pen *pen, const struct action *action, bool is_list)
{
	const struct ref *ref = action->lead.at;
	size_t count = action->lead.len;
	bool is_apart = ref_is_given(&action->accountable) &&
			!leads(action, action->accountable.id);
	bool is_first = true;

	for (size_t i = 0; i < count + is_apart; i++) {
		const struct ref *lead = i < count ? &ref[i] : &action->accountable;

		if (!ref_is_given(lead))
			continue;
		if (is_list)
			pen_open(pen, PEN_ITEM);
		else if (!is_first)
			pen_c(pen, ", ");
		one_lead_write(pen, action, lead);
		if (is_list)
			pen_close(pen, PEN_ITEM);
		is_first = false;
	}
}

static size_t count_leads(const struct action *action)
{
	const struct ref *ref = action->lead.at;
	size_t count = ref_is_given(&action->accountable) && !leads(action, action->accountable.id);

	for (size_t i = 0; i < action->lead.len; i++)
		count += ref_is_given(&ref[i]);
	return count;
}

void lead_write_line(struct pen *pen, const struct action *action)
{
	if (count_leads(action))
		leads_write(pen, action, false);
	else
		pen_none(pen, "Not given");
}

void lead_write(struct pen *pen, const struct action *action)
{
	size_t count = count_leads(action);

	if (count > 1) {
		pen_open(pen, PEN_LIST);
		leads_write(pen, action, true);
		pen_close(pen, PEN_LIST);
	} else {
		pen_open(pen, PEN_PARAGRAPH);
		lead_write_line(pen, action);
		pen_close(pen, PEN_PARAGRAPH);
	}
	if (text_is_given(&action->lead_note)) {
		pen_open(pen, PEN_NOTE);
		pen_say(pen, &action->lead_note);
		pen_close(pen, PEN_NOTE);
	}
}

/* A partner that is one of council.yaml, a name, or a name in each language. */
static bool partner_is_given(const struct partner *partner)
{
	struct text name = { partner->thing.node, { 0 } };

	return ref_is_given(&partner->who) || text_is_given(&name);
}

static void partner_write(struct pen *pen, const struct partner *partner)
{
	struct text name = { partner->thing.node, { 0 } };

	if (ref_is_given(&partner->who))
		person_write(pen, &partner->who);
	else
		pen_say(pen, &name);
}

bool has_partners(const struct action *action)
{
	const struct partner *partners = action->partners.at;

	for (size_t i = 0; i < action->partners.len; i++) {
		if (partner_is_given(&partners[i]))
			return true;
	}
	return false;
}

void partners_write(struct pen *pen, const struct action *action)
{
	const struct partner *partners = action->partners.at;
	bool is_first = true;

	for (size_t i = 0; i < action->partners.len; i++) {
		if (!partner_is_given(&partners[i]))
			continue;
		if (!is_first)
			pen_c(pen, ", ");
		partner_write(pen, &partners[i]);
		is_first = false;
	}
}

void email_write(struct pen *pen, struct str email)
{
	struct buf url = { 0 };

	/* Nothing behind the address: no subject, no text, no copies. */
	buf_add_c(&url, "mailto:");
	buf_add(&url, email);
	if (str_find_byte(email, '?', 0) == email.len &&
	    str_find_byte(email, '%', 0) == email.len && str_find_byte(email, ',', 0) == email.len)
		pen_link(pen, buf_str(&url), email);
	else
		pen_plain(pen, email);
	buf_release(&url);
}

const char *person_kind_title(const struct person *person)
{
	static const char *const kinds[] = {
		[PERSON_PERSON] = "person", [PERSON_ROLE] = "post",   [PERSON_TEAM] = "team",
		[PERSON_BOARD] = "board",   [PERSON_GROUP] = "group",
	};

	return kinds[person->kind.index];
}

void person_write_full(struct pen *pen, const struct person *person)
{
	struct str language;

	pen_open(pen, PEN_STRONG);
	person_link_write(pen, person);
	pen_close(pen, PEN_STRONG);
	if (text_is_given(&person->short_name)) {
		pen_c(pen, " (");
		pen_say(pen, &person->short_name);
		pen_c(pen, ")");
	}
	if (word_is_given(&person->kind)) {
		pen_c(pen, ", ");
		pen_c(pen, person_kind_title(person));
	}
	if (text_is_given(&person->role)) {
		pen_c(pen, ", ");
		pen_say(pen, &person->role);
	}
	if (text_is_given(&person->held_by)) {
		pen_c(pen, ", held by ");
		somebody_write(pen, &person->held_by);
	}
	if (text_is_given(&person->email)) {
		pen_c(pen, ", ");
		email_write(pen, pen_words(pen, &person->email, &language));
	}
}

struct map people_named(const struct plan *plan, struct arena *arena)
{
	struct map named = { 0 };

	for (size_t i = 0; i < plan->refs.len; i++) {
		struct ref *ref = plan->refs.at[i];

		if (ref->kind == REF_PERSON && ref->to)
			map_add(&named, arena, ref->to->id, ref);
	}
	return named;
}

void people_section_write(struct pen *pen)
{
	const struct plan *plan = pen->view->plan;
	const struct person *people = plan->council->people.at;
	struct map named = people_named(plan, pen->view->arena);

	if (!named.count)
		return;
	pen_section_open(pen,
			 (struct heading){ .id = STR("_people"),
					   .title = own_words(pen->view, "People and teams") });
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < plan->council->people.len; i++) {
		if (!map_find(&named, people[i].thing.id))
			continue;
		pen_open(pen, PEN_ITEM);
		person_write_full(pen, &people[i]);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
	pen_section_close(pen);
}
