//! The share of a region that one machine of several makes.

use std::str::FromStr;

use super::{Community, Region};

/// Which communities of a region are made: every `of`th, beginning with the one at place `number`. So communities that stand side by side,
/// and are often alike in size, go to different machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    number: usize,
    of: usize,
}

/// All of it.
impl Default for Share {
    fn default() -> Self {
        Self { number: 1, of: 1 }
    }
}

impl Share {
    /// The part `number` (from 1) of `of`; none where there is no such part.
    pub fn new(number: usize, of: usize) -> Option<Self> {
        (1..=of).contains(&number).then_some(Self { number, of })
    }

    /// Its number, from 1.
    pub fn number(self) -> usize {
        self.number
    }

    /// How many parts there are.
    pub fn of(self) -> usize {
        self.of
    }

    /// Whether it makes the community at this place (from 0) in the region's order.
    pub fn makes(self, index: usize) -> bool {
        index % self.of == self.number - 1
    }

    /// Whether it makes what is of no community: that is made once.
    pub fn makes_shared(self) -> bool {
        self.number == 1
    }

    /// Those communities of a region that it makes.
    pub fn communities(self, region: &Region) -> impl Iterator<Item = &Community> {
        let made = move |(index, _): &(usize, _)| self.makes(*index);
        let communities = region.communities.iter().enumerate();
        communities.filter(made).map(|(_, community)| community)
    }

    /// Whether it makes what stands at an address of this community, which may be gone: then that is of no community any more.
    pub fn covers(self, region: &Region, community: &str) -> bool {
        if self.of == 1 {
            return true;
        }
        let mut communities = region.communities.iter();
        let place = communities.position(|one| one.id == community);
        place.map_or(self.makes_shared(), |index| self.makes(index))
    }
}

/// As it is typed: `3/16`.
impl FromStr for Share {
    type Err = ();

    fn from_str(typed: &str) -> Result<Self, ()> {
        let number = |digits: &str| {
            let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse().ok().filter(|_| plain)
        };
        let (first, second) = typed.split_once('/').ok_or(())?;
        let share = number(first).zip(number(second));
        share
            .and_then(|(number, of)| Self::new(number, of))
            .ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn a_share_is_one_of_those_that_there_are() {
        let share = |typed: &str| typed.parse::<Share>().ok();
        assert_eq!(share("3/16"), Share::new(3, 16));
        for typed in [
            "0/4", "5/4", "0/0", "x", "1", "/", "1/", "+1/2", "1/2/3", "1 / 2", "",
        ] {
            assert_eq!(share(typed), None, "{typed}");
        }
    }

    #[test]
    fn each_community_is_made_by_one_part() {
        for of in 1..6 {
            let parts: Vec<Share> = (1..=of)
                .filter_map(|number| Share::new(number, of))
                .collect();
            assert_eq!(parts.iter().filter(|part| part.makes_shared()).count(), 1);
            for index in 0..13 {
                let makers = parts.iter().filter(|part| part.makes(index));
                assert_eq!(makers.count(), 1, "{index} of {of} parts");
            }
        }
    }
}
