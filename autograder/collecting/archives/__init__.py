"""Take apart what came: zip files, tar files and folders, none of which is trusted.

In comes the path of a source; out goes an `Unpacked`: its files as `Entry`, each with its name and
time there, and a sentence for whatever could not be taken.
"""
