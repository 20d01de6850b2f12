//! What changed on the disk, found by looking every now and then: that works on every system and every share, whatever way an editor
//! saves in, and whether or not a folder is there for the moment.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use walkdir::WalkDir;

/// Between two looks: at least the first, at most the second, and else so many times what a look takes, so that a large folder on a slow
/// share is not looked at all the time.
const PAUSE: (Duration, Duration, u32) = (Duration::from_millis(20), Duration::from_secs(1), 20);
/// A save may take several steps: what is new has to stay the same for so long.
const SETTLED: Duration = Duration::from_millis(20);

/// Folders that are looked at.
#[derive(Debug)]
pub struct Watch {
    folders: Vec<PathBuf>,
    seen: u64,
    pause: Duration,
}

impl Watch {
    /// Remembers what is there now.
    pub fn new(folders: Vec<PathBuf>) -> Self {
        let mut watch = Self {
            folders,
            seen: 0,
            pause: PAUSE.0,
        };
        watch.seen = watch.look();
        watch
    }

    /// Waits until something is otherwise than it was, and nothing moves any more.
    pub fn wait(&mut self) {
        loop {
            thread::sleep(self.pause);
            let begun = Instant::now();
            let mut now = self.look();
            let (least, most, times) = PAUSE;
            self.pause = (begun.elapsed() * times).clamp(least, most);
            if now == self.seen {
                continue;
            }
            loop {
                thread::sleep(SETTLED);
                let later = self.look();
                if later == now {
                    break;
                }
                now = later;
            }
            self.seen = now;
            return;
        }
    }

    /// A number for the names, sizes and times of all files. What cannot be looked at is not there.
    fn look(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for folder in &self.folders {
            let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name();
            for entry in entries.into_iter().flatten() {
                let metadata = entry.metadata().ok();
                let time = metadata.as_ref().and_then(|data| data.modified().ok());
                let since = time.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
                // The time of a folder changes with files that are nobody's business.
                let file = metadata.filter(std::fs::Metadata::is_file);
                let file = file.map(|data| (data.len(), since));
                (entry.path(), file).hash(&mut hasher);
            }
        }
        hasher.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::channel;
    use std::thread;

    use super::Watch;
    use crate::testing::Folder;

    #[test]
    fn every_way_of_saving_is_a_change() {
        let there = Folder::new("watch");
        there.write("matters/a.md", "1");
        let folder = there.path("");
        let mut watch = Watch::new(vec![folder.clone()]);
        let (seen, changes) = channel();
        thread::spawn(move || {
            loop {
                watch.wait();
                if seen.send(()).is_err() {
                    return;
                }
            }
        });
        // In place, by a new file in the place of the old one, by name, a folder away and back.
        let [file, other] = ["matters/a.md", "matters/b.md"].map(|file| folder.join(file));
        let steps: [&dyn Fn() -> std::io::Result<()>; 5] = [
            &|| fs::write(&file, "22"),
            &|| fs::write(&other, "333").and_then(|()| fs::rename(&other, &file)),
            &|| fs::rename(&file, &other),
            &|| fs::rename(folder.join("matters"), folder.join("away")),
            &|| fs::remove_dir_all(folder.join("away")),
        ];
        for step in steps {
            step().expect("the disk does it");
            changes.recv().expect("it is seen");
        }
    }
}
