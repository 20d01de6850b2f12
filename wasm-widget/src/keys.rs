//! Short stable numbers for the ids of questions and options.
//!
//! A shared address names answers by these keys, never by position, so that a guide that was edited
//! since cannot turn an old link into wrong answers.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec;
use alloc::vec::Vec;

use crate::hash::fnv1a;
use crate::rules::small;

/// Keys are below this bound (20 bits: four digits in base 36).
const BOUND: u32 = 1 << 20;
/// How often colliding ids are hashed anew before they get a number by position.
const ROUNDS: u8 = 16;

/// The key of an id that collides with no other: a stable 20-bit hash.
pub fn key(id: &str) -> u32 {
    fold(fnv1a(id.as_bytes()))
}

/// One key for every id, in the same order, all different.
///
/// Ids that collide *all* move on to another hash, and none keeps the first: so when one of them goes
/// away later, its key does not pass to the other, and the order of the list means nothing. Only equal ids,
/// which no caller should have, get keys by position.
pub fn unique_keys(ids: &[&str]) -> Vec<u32> {
    let mut keys = vec![None; ids.len()];
    let mut taken = BTreeSet::new();
    for round in 0..ROUNDS {
        let mut claims: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (index, id) in ids
            .iter()
            .enumerate()
            .filter(|(index, _)| keys[*index].is_none())
        {
            claims.entry(salted(id, round)).or_default().push(index);
        }
        for (key, claimants) in claims {
            if let [only] = claimants[..]
                && !taken.contains(&key)
            {
                keys[only] = Some(key);
            }
            taken.insert(key);
        }
    }
    let by_position = |(index, key): (usize, &Option<u32>)| key.unwrap_or(BOUND + small(index));
    keys.iter().enumerate().map(by_position).collect()
}

fn salted(id: &str, round: u8) -> u32 {
    if round == 0 {
        return key(id);
    }
    let mut bytes = id.as_bytes().to_vec();
    bytes.extend([0, round]);
    fold(fnv1a(&bytes))
}

fn fold(hash: u32) -> u32 {
    (hash ^ (hash >> 20)) % BOUND
}
