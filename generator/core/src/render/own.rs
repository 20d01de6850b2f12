//! What a community does differently, named, so that residents and the office see it.

use super::body;
use super::view::OwnView;
use super::view_builder::ViewBuilder;
use crate::model::{Line, Matter, Part};

impl ViewBuilder<'_> {
    /// What differs from the region's guide; none where nothing does that a resident would notice.
    pub(super) fn own(&self, matter: &Matter<String>) -> Option<OwnView> {
        let own = matter.own.as_ref()?;
        let what: Vec<String> = own
            .parts
            .iter()
            .filter_map(|part| self.part(part, matter))
            .collect();
        let body_html = body::html(&self.links, &self.facts, &own.body);
        (!what.is_empty()).then_some(OwnView { what, body_html })
    }

    fn part(&self, part: &Part, matter: &Matter<String>) -> Option<String> {
        let key = match part {
            Part::Summary | Part::Aliases | Part::Verified => return None,
            Part::Paper(id) => return self.paper_name(id, matter),
            Part::Step(index) => return matter.steps.get(*index).map(|step| step.name.clone()),
            Part::AcceptedBy => "accepted_by",
            Part::Promised => "promised",
            Part::Channels => "channels",
            Part::Online => "online",
            Part::Fee => "fee",
            Part::Visits => "visits",
            Part::Accepted => "accepted",
            Part::Appointment => "appointment",
            Part::Venue => "venue",
            Part::Steps => "steps",
            Part::Result => "result",
            Part::Notes => "notes",
            Part::Pitfalls => "pitfalls",
            Part::Related => "related",
            Part::Body => "own_body",
        };
        Some(self.texts.get(key).to_owned())
    }

    fn paper_name(&self, id: &str, matter: &Matter<String>) -> Option<String> {
        let paper = matter
            .lines
            .iter()
            .flat_map(Line::papers)
            .find(|paper| paper.id == id)?;
        let name = paper.name.clone();
        Some(match &paper.of {
            Some(of) => self
                .texts
                .fill("line_of", &[("name", &name), ("holder", of)]),
            None => name,
        })
    }
}
