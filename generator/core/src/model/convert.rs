//! Every word of a matter and a community, visited once: the only list of which fields hold words.
//!
//! Resolving and translating both go through here, so a field that is added cannot be forgotten by one of them.

use std::collections::BTreeSet;

use super::{
    AnswerKind, AnswerOption, AnyOf, Appointment, Basis, Category, Community, Convert, Criteria,
    Criterion, Defer, Exception, Exempt, Fact, Fee, Fresh, Group, Hours, Line, Material, Matter,
    Note, Office, Online, OnlineKind, Paper, Question, Requirement, Step, Stop, Venue, Visits, Way,
    WayOf, Window, Worker,
};
use crate::diagnostic::At;

fn all<A, B>(list: &[A], one: impl Fn(&A) -> B) -> Vec<B> {
    list.iter().map(one).collect()
}

impl<T> Matter<T> {
    /// The same matter in other words.
    pub fn convert<U>(&self, to: &impl Convert<T, U>) -> Matter<U> {
        Matter {
            file: self.file.clone(),
            name: self.name.clone(),
            code: self.code.clone(),
            draft: self.draft.clone(),
            effective: self.effective.clone(),
            title: to.text(&self.title),
            summary: to.text(&self.summary),
            aliases: to.texts(&self.aliases),
            names_at: self.names_at.clone(),
            category: self.category.clone(),
            life_events: self.life_events.clone(),
            desk_mode: self.desk_mode,
            authority: to.text(&self.authority),
            accepted_by: to.text(&self.accepted_by),
            limits: self.limits.clone(),
            channels: self.channels.clone(),
            online: all(&self.online, |online| online.convert(to)),
            fees: all(&self.fees, |case| case.with(case.value.convert(to))),
            visits: all(&self.visits, |case| case.with(case.value.convert(to))),
            accepted: all(&self.accepted, |window| At {
                value: window.value.convert(to),
                place: window.place.clone(),
            }),
            appointment: self.appointment.as_ref().map(|it| it.convert(to)),
            venues: self.venues.clone(),
            basis: all(&self.basis, |basis| basis.convert(to)),
            verified_on: self.verified_on.clone(),
            verified_by: to.text(&self.verified_by),
            review_by: self.review_by.clone(),
            questions: all(&self.questions, |question| question.convert(to)),
            facts: self.convert_facts(to),
            requirements: all(&self.requirements, |one| one.convert(to)),
            stops: all(&self.stops, |stop| stop.convert(to)),
            lines: all(&self.lines, |line| line.convert(to)),
            steps: all(&self.steps, |step| step.convert(to)),
            result: to.text(&self.result),
            delivery: to.option(self.delivery.as_ref()),
            notes: all(&self.notes, |note| note.convert(to)),
            pitfalls: to.texts(&self.pitfalls),
            related: self.related.clone(),
            scenarios: self.scenarios.clone(),
            body: self.body.clone(),
            own: self.own.clone(),
        }
    }
}

impl<T> Matter<T> {
    /// Only the names that pages show are missed where they are not translated.
    fn convert_facts<U>(&self, to: &impl Convert<T, U>) -> Vec<Fact<U>> {
        let told: BTreeSet<usize> = self.facts_to_tell(self.conditions()).into_iter().collect();
        let facts = self.facts.iter().enumerate();
        facts
            .map(|(index, fact)| Fact {
                name: if told.contains(&index) {
                    to.text(&fact.name)
                } else {
                    to.unseen(&fact.name)
                },
                condition: fact.condition.clone(),
                place: fact.place.clone(),
            })
            .collect()
    }
}

impl<T> Online<T> {
    /// The same way in other words; a mini-program and an app are found by their own names only.
    pub fn convert<U>(&self, to: &impl Convert<T, U>) -> Online<U> {
        Online {
            name: match self.kind {
                OnlineKind::Website => to.text(&self.name),
                OnlineKind::MiniProgram | OnlineKind::App => to.sign(&self.name),
            },
            kind: self.kind,
            url: self.url.clone(),
            picture: self.picture.clone(),
            note: to.option(self.note.as_ref()),
            place: self.place.clone(),
        }
    }
}

impl<T> Fee<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Fee<U> {
        Fee {
            name: to.text(&self.name),
            amount: to.option(self.amount.as_ref()),
            basis: to.option(self.basis.as_ref()),
        }
    }
}

impl<T> Visits<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Visits<U> {
        Visits {
            count: self.count,
            reason: to.option(self.reason.as_ref()),
            who: to.texts(&self.who),
        }
    }
}

impl<T> Basis<T> {
    /// The number of a document (国务院令第663号) is how one finds it, and stays.
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Basis<U> {
        Basis {
            name: to.text(&self.name),
            doc_no: self.doc_no.as_ref().map(|number| to.sign(number)),
            article: to.option(self.article.as_ref()),
            url: self.url.clone(),
            checked_on: self.checked_on.clone(),
        }
    }
}

impl<T> Question<T> {
    /// The same question in other words; conditions know it by the same name.
    pub fn convert<U>(&self, to: &impl Convert<T, U>) -> Question<U> {
        Question {
            id: self.id.clone(),
            label: to.text(&self.label),
            shared: self.shared,
            ask: to.text(&self.ask),
            why: to.option(self.why.as_ref()),
            kind: self.kind.convert(to),
            place: self.place.clone(),
        }
    }
}

impl<T> AnswerKind<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> AnswerKind<U> {
        let options = |options: &[AnswerOption<T>]| {
            all(options, |option| AnswerOption {
                name: to.text(&option.name),
                note: to.option(option.note.as_ref()),
                implies: option.implies.clone(),
                acts_as: option.acts_as,
            })
        };
        match self {
            Self::Choice(of) => AnswerKind::Choice(options(of)),
            Self::Multi(of) => AnswerKind::Multi(options(of)),
            Self::Number {
                unit,
                min,
                max,
                decimals,
                each,
            } => AnswerKind::Number {
                unit: to.option(unit.as_ref()),
                min: *min,
                max: *max,
                decimals: *decimals,
                each: to.option(each.as_ref()),
            },
            Self::Date { min, max } => AnswerKind::Date {
                min: *min,
                max: *max,
            },
        }
    }
}

impl<T> Stop<T> {
    pub(crate) fn convert<U>(&self, to: &impl Convert<T, U>) -> Stop<U> {
        Stop {
            when: self.when.clone(),
            title: to.text(&self.title),
            text: to.text(&self.text),
            instead: self.instead.clone(),
            change: to.option(self.change.as_ref()),
            phone: self.phone.as_ref().map(|phone| to.sign(phone)),
            kind: self.kind,
            free: self.free,
            place: self.place.clone(),
        }
    }
}

impl<T> Requirement<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Requirement<U> {
        Requirement {
            text: to.text(&self.text),
            stops: self.stops.clone(),
            judged: to.option(self.judged.as_ref()),
            place: self.place.clone(),
        }
    }
}

impl<T> Step<T> {
    pub(crate) fn convert<U>(&self, to: &impl Convert<T, U>) -> Step<U> {
        Step {
            when: self.when.clone(),
            name: to.text(&self.name),
            who: to.option(self.who.as_ref()),
            days: self.days,
            what_you_do: to.option(self.what_you_do.as_ref()),
            place: self.place.clone(),
        }
    }
}

impl<T> Note<T> {
    pub(crate) fn convert<U>(&self, to: &impl Convert<T, U>) -> Note<U> {
        Note {
            when: self.when.clone(),
            text: to.text(&self.text),
            place: self.place.clone(),
        }
    }
}

impl<T> Line<T> {
    pub(crate) fn convert<U>(&self, to: &impl Convert<T, U>) -> Line<U> {
        let paper = match &self.paper {
            Group::One(one) => Group::One(Box::new(one.convert(to))),
            Group::Pick { choice, from } => Group::Pick {
                choice: choice.convert(to),
                from: all(from, |paper| paper.convert(to)),
            },
        };
        Line {
            when: self.when.clone(),
            paper,
            place: self.place.clone(),
        }
    }
}

impl<T> AnyOf<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> AnyOf<U> {
        let way = |way: &Way<T>| Way {
            when: way.when.clone(),
            what: match &way.what {
                WayOf::Paper(paper) => WayOf::Paper(*paper),
                WayOf::AnyOf(choice) => WayOf::AnyOf(choice.convert(to)),
            },
            place: way.place.clone(),
        };
        AnyOf {
            pick: self.pick,
            name: to.text(&self.name),
            ways: all(&self.ways, way),
        }
    }
}

impl<T> Paper<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Paper<U> {
        Paper {
            id: self.id.clone(),
            material: self.material.clone(),
            name: to.text(&self.name),
            of: to.option(self.of.as_ref()),
            originals: self.originals,
            copies: self.copies,
            counts_at: self.counts_at.clone(),
            hand_in: self.hand_in,
            details: self.details.convert(to),
            criteria: self.criteria.convert(to),
            result_of: self.result_of.clone(),
            fresh: self.fresh.as_ref().map(|fresh| fresh.convert(to)),
            defer: self.defer.as_ref().map(|defer| Defer {
                days: defer.days,
                how: to.option(defer.how.as_ref()),
            }),
            recommended: self.recommended,
            exempt: self.exempt.as_ref().map(|exempt| exempt.convert(to)),
            e_certificate: self.e_certificate,
            blank_form: self.blank_form.clone(),
            sample_form: self.sample_form.clone(),
        }
    }
}

impl<T> Exempt<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Exempt<U> {
        Exempt {
            by: self.by,
            promise_form: self.promise_form.clone(),
            note: to.option(self.note.as_ref()),
            place: self.place.clone(),
        }
    }
}

impl<T> Criteria<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Criteria<U> {
        let list = |list: &[Criterion<T>]| {
            all(list, |one| Criterion {
                text: to.text(&one.text),
                picture: one.picture.clone(),
            })
        };
        Criteria {
            accepted: list(&self.accepted),
            refused: list(&self.refused),
        }
    }
}

impl<T> Fresh<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Fresh<U> {
        Fresh {
            text: to.text(&self.text),
            days: self.days,
        }
    }
}

impl<T> Material<T> {
    /// The same entry of the register in other words.
    pub fn convert<U>(&self, to: &impl Convert<T, U>) -> Material<U> {
        Material {
            name: to.text(&self.name),
            details: self.details.convert(to),
            criteria: self.criteria.convert(to),
            result_of: self.result_of.clone(),
            page: self.page.clone(),
            picture: self.picture.clone(),
            fresh: self.fresh.as_ref().map(|fresh| fresh.convert(to)),
            e_certificate: self.e_certificate,
        }
    }
}

impl<T> Category<T> {
    /// The same category in other words.
    pub fn convert<U>(&self, to: &impl Convert<T, U>) -> Category<U> {
        Category {
            id: self.id.clone(),
            name: to.text(&self.name),
            english: self.english.as_ref().map(|english| to.sign(english)),
            picture: self.picture.clone(),
        }
    }
}

impl<T> Community<T> {
    /// The same community in other words.
    pub fn convert<U>(&self, to: &impl Convert<T, U>) -> Community<U> {
        Community {
            id: self.id.clone(),
            place: self.place.clone(),
            name: to.text(&self.name),
            name_at: self.name_at.clone(),
            contacts: self.contacts.clone(),
            subdistrict: to.option(self.subdistrict.as_ref()),
            example: self.example,
            office: self.office.convert(to),
            venues: all(&self.venues, |venue| venue.convert(to)),
            consult_phone: to.sign(&self.consult_phone),
            complaint_phone: to.sign(&self.complaint_phone),
            workers: all(&self.workers, |worker| worker.convert(to)),
            not_offered: self.not_offered.clone(),
            local_facts: self.local_facts.clone(),
            sheets: self.sheets.clone(),
        }
    }
}

impl<T> Office<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Office<U> {
        Office {
            address: to.text(&self.address),
            directions: to.option(self.directions.as_ref()),
            door_photo: self.door_photo.clone(),
            hours: all(&self.hours, |hours| Hours {
                days: hours.days.clone(),
                times: hours.times.clone(),
                note: to.option(hours.note.as_ref()),
            }),
            exceptions: all(&self.exceptions, |exception| Exception {
                days: exception.days.clone(),
                times: exception.times.clone(),
                note: to.option(exception.note.as_ref()),
            }),
        }
    }
}

impl<T> Venue<T> {
    /// The same place in other words.
    pub fn convert<U>(&self, to: &impl Convert<T, U>) -> Venue<U> {
        Venue {
            id: self.id.clone(),
            place: self.place.clone(),
            name: to.text(&self.name),
            example: self.example,
            phone: self.phone.as_ref().map(|phone| to.sign(phone)),
            office: self.office.convert(to),
        }
    }
}

impl<T> Window<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Window<U> {
        Window {
            days: self.days.clone(),
            times: self.times.clone(),
            year: self.year.clone(),
            quarter: self.quarter.clone(),
            month: self.month.clone(),
            note: to.option(self.note.as_ref()),
        }
    }
}

impl<T> Appointment<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Appointment<U> {
        Appointment {
            how: to.option(self.how.as_ref()),
            phone: self.phone.as_ref().map(|phone| to.sign(phone)),
            ahead: self.ahead,
        }
    }
}

impl<T> Worker<T> {
    fn convert<U>(&self, to: &impl Convert<T, U>) -> Worker<U> {
        Worker {
            name: to.text(&self.name),
            place: self.place.clone(),
            role: to.option(self.role.as_ref()),
            // Streets are found by their own names, as on their signs.
            area: self.area.as_ref().map(|area| to.sign(area)),
            phone: self.phone.as_ref().map(|phone| to.sign(phone)),
            photo: self.photo.clone(),
        }
    }
}
